import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { contentUri } from '../../../src/workspace/gzipFiles';
import { closeAll, codesOf, event, eventLine, fileWith, FLINK, LANGUAGE, openTrail, published, said } from './documents';

const titles = async (document: vscode.TextDocument): Promise<readonly string[]> => {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  return lenses.map(({ command }) => command?.title ?? '');
};

const hints = async (document: vscode.TextDocument): Promise<readonly string[]> => {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
  return found.map(
    ({ label, position }) =>
      `${document.lineAt(position).text.trim().split(':')[0] ?? ''} ${typeof label === 'string' ? label : label.map((part) => part.value).join('')}`,
  );
};

async function setting<T>(name: string, value: boolean, act: () => Promise<T>): Promise<T> {
  const configuration = vscode.workspace.getConfiguration('trail');
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    return await act();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('lenses and hints', () => {
  afterEach(closeAll);

  it('say above each event what happened, in both languages, that of the display first @words', async () => {
    const [title, ...more] = await titles(await openTrail(FLINK));
    assert.deepEqual(more, []);
    const meaning = LANGUAGE === 'en' ? /^[ -~]+ \/ .*\p{Script=Han}.*$/u : /^.*\p{Script=Han}.* \/ [ -~]+$/u;
    const parts = (title ?? '').split(' · ');
    assert.match(parts[0] ?? '', /^2020-12-0\d \d\d:54:59$/);
    assert.equal(parts[1], 'root');
    assert.match(parts[2] ?? '', meaning);
    assert.equal(parts[3], 'cn-hangzhou');
  });

  it('tell failures, and never an icon of the log', async () => {
    const [title] = await titles(await openTrail(event({ errorCode: '"Forbidden.$(bug)"', acsRegion: '"$(trash)"' })));
    assert.ok(title?.endsWith(' · \\$(trash) · $(error) Forbidden.\\$(bug)'), title);
  });

  it('stand above lines of JSON Lines, and not where events share a line', async () => {
    assert.equal((await titles(await openTrail(`${eventLine()}\n${eventLine()}\n`))).length, 2);
    assert.equal((await titles(await openTrail(`[${eventLine()},${eventLine()}]`))).length, 0);
  });

  it('count the events of the open logs that hold an ID, also in escaped strings and in other logs, and list the IDs @words', async () => {
    const key = (id: string): string =>
      `{"type": "ram-user", "userName": "u.${id}", "accountId": "1", "accessKeyId": "LTAIplainlyfake${id}"}`;
    const one = (id: string, more: Record<string, string> = {}): string =>
      eventLine({
        eventId: `"E-0${id}"`,
        requestId: `"R-0${id}"`,
        sourceIpAddress: `"192.0.2.${id}"`,
        userIdentity: key(id),
        ...more,
      });
    const document = await openTrail(
      [one('1'), one('2', { requestParameters: String.raw`{"Keys": "[\"LTAIplainlyfake1\"]"}` }), one('3')].join('\n'),
    );
    await vscode.window.showTextDocument(document, { preview: false });
    const word = said('Access key');
    const counts = async (): Promise<readonly string[]> =>
      (await titles(document)).map((title) =>
        title
          .split(' · ')
          .filter((part) => part.includes('×'))
          .join(' '),
      );
    assert.deepEqual(await counts(), [`${word} ×2`, '', '']);
    const other = await openTrail(
      `${one('3', { eventId: '"E-13"' })}\n${one('1', { eventId: '"E-11"', userIdentity: '{"type": "ram-user", "accountId": "2"}', sourceIpAddress: '"192.0.2.9"' })}`,
    );
    await vscode.window.showTextDocument(other, { preview: false });
    const all = (count: number): string =>
      ['User', 'Access key', 'Address', 'Request'].map((name) => `${said(name)} ×${count}`).join(' ');
    assert.deepEqual(await counts(), [`${word} ×2 ${said('Request')} ×2`, '', all(2)]);
    assert.deepEqual(await setting('referencesCodeLens', false, counts), ['', '', '']);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 3);
    // They come in the order in which they were resolved.
    const first = lenses.find(({ range }) => range.start.line === 0);
    assert.equal(first?.command?.command, 'trail.findId');
    assert.deepEqual(first?.command?.arguments, [document.uri.toString(), 0]);
  });

  it('count an event once, in how many logs it is, and not in what was made of one', async () => {
    const lines = ['1', '2']
      .map((id) => eventLine({ eventId: `"E-2${id}"`, requestId: `"R-2${id}"`, sourceIpAddress: '"192.0.2.77"' }))
      .join('\n');
    const document = await openTrail(lines);
    await vscode.window.showTextDocument(document, { preview: false });
    const address = (count: number): string => `${said('Address')} ×${count}`;
    const counted = async (): Promise<readonly boolean[]> => (await titles(document)).map((title) => title.includes(address(2)));
    assert.deepEqual(await counted(), [true, true]);
    // The same file once more, and packed.
    await vscode.window.showTextDocument(await openTrail(lines), { preview: false });
    const packed = fileWith(gzipSync(lines), '.trail.jsonl.gz');
    const content = contentUri(packed);
    await published(async () => {
      await vscode.commands.executeCommand('trail.openCompressed', packed);
      return vscode.workspace.openTextDocument(content);
    });
    assert.deepEqual(await counted(), [true, true]);
    // What version control, the timeline or the comparison with the saved file show of it.
    const scheme = 'test-derived';
    const bad = `${lines.replaceAll('E-2', 'E-3')}\n{"eventName": 1,}`;
    const state = vscode.Uri.from({ scheme, path: '/state.trail.jsonl' });
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => bad,
    });
    try {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(state), { preview: false });
      assert.deepEqual(await counted(), [true, true]);
      assert.notDeepEqual(codesOf(await openTrail(bad)), []);
      assert.deepEqual(codesOf(await vscode.workspace.openTextDocument(state)), []);
    } finally {
      provider.dispose();
    }
  });

  it('go by their setting', async () => {
    const document = await openTrail(FLINK);
    assert.deepEqual(await setting('codeLens', false, () => titles(document)), []);
    assert.equal((await titles(document)).length, 1);
  });

  it('hints behind the name by their setting @words', async () => {
    const document = await openTrail(FLINK);
    const of = (found: readonly string[]): readonly string[] => found.filter((hint) => hint.startsWith('"EventName"'));
    assert.deepEqual(of(await hints(document)), []);
    const [hint] = of(await setting('inlayHints.eventName', true, () => hints(document)));
    assert.match(hint ?? '', LANGUAGE === 'en' ? /^"EventName" [A-Z]/ : /^"EventName" .*\p{Script=Han}/u);
  });

  it('hints behind times, where the local time is another one', async () => {
    const document = await openTrail(FLINK);
    const found = (await hints(document)).filter((hint) => hint.startsWith('"EventTime"'));
    const isUtc = new Date(Date.UTC(2020, 11, 1)).getTimezoneOffset() === 0;
    assert.equal(found.length, isUtc ? 0 : 1);
    assert.deepEqual(await setting('inlayHints.time', false, () => hints(document)), []);
  });
});
