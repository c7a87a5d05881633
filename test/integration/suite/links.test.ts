import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, openTrail } from './documents';

const KNOWN = { apiVersion: '"2014-05-26"' };

async function links(content: string): Promise<string[]> {
  const document = await openTrail(content);
  const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
  // Editors make links of addresses in any text by themselves; those are of the editor.
  return found
    .filter(({ tooltip }) => tooltip !== undefined)
    .map(({ range, target }) => `${document.getText(range)} → ${String(target?.toString(true))}`);
}

describe('links', () => {
  afterEach(closeAll);

  const wanted = 'StopInstance → https://api.aliyun.com/api/Ecs/2014-05-26/StopInstance';
  for (const [name, content] of [
    ['array', `[\n${event(KNOWN, '    ')},\n${event(KNOWN, '    ')}\n]\n`],
    ['lines', `${eventLine(KNOWN)}\n${eventLine(KNOWN)}\n`],
    [
      'Log Service',
      [1, 2]
        .map(() => JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1', event: eventLine(KNOWN) }))
        .join('\n'),
    ],
    ['response', `{"RequestId":"r","body":{"Events":[${eventLine(KNOWN)},${eventLine(KNOWN)}]}}`],
  ] as const)
    it(`lead from event names to the page of the operation: ${name}`, async () => {
      assert.deepEqual(await links(content), [wanted, wanted]);
    });

  it('lead from error codes of a known family to what the vendor says of them', async () => {
    const page = (code: string, product = '&product=Ecs'): string =>
      `${code} → https://api.aliyun.com/troubleshoot?q=${code}${product}`;
    for (const [changes, expected] of [
      // Without a version in the event the operation's page is that of the vendor's list.
      [{ errorCode: '"Forbidden.RAM"' }, [wanted, page('Forbidden.RAM')]],
      [{ errorCode: '"NoPermission"', serviceName: '"AasSub"', eventSource: '"signin.aliyun.com"' }, [page('NoPermission', '')]],
      [{ errorCode: '"Forbidden.RAM"', ...KNOWN }, [wanted, page('Forbidden.RAM')]],
      [{ errorCode: '"Forbidden.RAM&x=https://example.com"' }, [wanted]],
      [{ errorCode: '"MadeUpCode"' }, [wanted]],
      [{ errorCode: '"success"' }, [wanted]],
      [{ errorCode: '""' }, [wanted]],
    ] as const)
      assert.deepEqual(await links(`${eventLine(changes)}\n`), expected, JSON.stringify(changes));
  });

  it('are made of nothing that only the log says', async () => {
    for (const changes of [
      { ...KNOWN, eventName: '"MadeUpOperation"' },
      { ...KNOWN, eventType: '"ConsoleOperation"' },
      { ...KNOWN, serviceName: '"Nobody"', eventSource: '"https://example.com/"' },
    ])
      assert.deepEqual(await links(eventLine(changes)), [], JSON.stringify(changes));
    for (const changes of [{}, { apiVersion: '"../../evil"' }])
      assert.deepEqual(await links(eventLine(changes)), [wanted], JSON.stringify(changes));
  });
});
