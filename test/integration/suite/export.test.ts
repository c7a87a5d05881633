import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, fileWith, openTrail, said } from './documents';
import { pause, until } from './wait';

const LOG = `[\n  ${event({ eventName: '"CreateUser"', userAgent: '"=1+1"' })},\n  ${event({ eventName: '"DeleteUser"', errorCode: '"NoPermission"' })}\n]\n`;

async function exported(given: Readonly<Record<string, unknown>>): Promise<string> {
  const document = await openTrail(LOG);
  await vscode.window.showTextDocument(document);
  const target = fileWith('old', '.out');
  await vscode.commands.executeCommand('trail.export', { ...given, target });
  assert.deepEqual(
    readdirSync(dirname(target.fsPath)).filter((name) => name.endsWith('.part')),
    [],
  );
  return readFileSync(target.fsPath, 'utf8');
}

describe('export', () => {
  afterEach(closeAll);

  it('writes tables that spreadsheets can be given', async () => {
    const columns = ['eventName', 'userAgent'].map((name) => ({ name, path: [name] }));
    assert.equal(
      await exported({ format: 'csv', columns, mark: true }),
      "\ufeffeventName,userAgent\r\nCreateUser,'=1+1\r\nDeleteUser,ecs.console.aliyun.com\r\n",
    );
    assert.match(await exported({ format: 'tsv' }), /^eventTime\teventName\t/);
  });

  it('writes the events that are wanted as they are', async () => {
    const events = JSON.parse(await exported({ format: 'json' })) as readonly { readonly eventName: string }[];
    assert.deepEqual(
      events.map(({ eventName }) => eventName),
      ['CreateUser', 'DeleteUser'],
    );
    const has = (row: number): boolean => row === 1;
    const line = await exported({ format: 'jsonl', has });
    assert.equal((JSON.parse(line) as { readonly eventName: string }).eventName, 'DeleteUser');
  });

  it('writes reports in the language of the display @words', async () => {
    const markdown = await exported({ format: 'markdown' });
    assert.ok(markdown.includes(`## ${said('Who did what')}`));
    assert.match(markdown, /`NoPermission`/);
    const page = await exported({ format: 'html' });
    assert.ok(page.includes(`<h2>${said('What failed')}</h2>`));
    assert.match(page, /<svg /);
  });

  it('leaves nothing behind when the file cannot be written', async () => {
    const document = await openTrail(LOG);
    await vscode.window.showTextDocument(document);
    const target = vscode.Uri.joinPath(document.uri, 'no-folder', 'log.csv');
    await vscode.commands.executeCommand('trail.export', { format: 'csv', target });
    assert.ok(!existsSync(target.fsPath));
    assert.equal(readFileSync(document.uri.fsPath, 'utf8'), LOG);
  });

  describe('of a folder', () => {
    const inFront = (): vscode.TabInputText['uri'] | undefined => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputText ? input.uri : undefined;
    };
    const overview = (): string | undefined =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('trail.overview'))?.label;
    const names = async (): Promise<readonly string[]> => {
      const target = fileWith('old', '.out');
      await vscode.commands.executeCommand('trail.export', { format: 'jsonl', target });
      return readFileSync(target.fsPath, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { readonly eventName: string }).eventName);
    };

    it('is of all that the tree shows, also while one of its events, or the overview of it, is in front', async () => {
      const folder = dirname(fileWith('', '.txt').fsPath);
      const bucket = join(folder, 'bucket of the tree');
      mkdirSync(bucket);
      const all = ['RunInstances', 'StopInstance', 'DeleteInstance'];
      for (const [at, name] of all.entries()) {
        const changes = { eventId: `"E${at}"`, eventName: `"${name}"`, eventTime: `"2026-03-02T01:0${at}:00Z"` };
        writeFileSync(join(bucket, `${at}.jsonl`), eventLine(changes));
      }
      await vscode.commands.executeCommand('trail.openFolder', vscode.Uri.file(bucket));
      assert.deepEqual(await names(), all);
      await vscode.commands.executeCommand('trail.goToTime', '2026-03-02T01:01:00Z');
      await until('the event', () => inFront()?.scheme === 'trail-event');
      const event = inFront() as vscode.Uri;
      assert.deepEqual(await names(), all);
      await vscode.commands.executeCommand('trail.openOverview');
      await until('its overview', () => overview()?.endsWith(basename(bucket)) === true);
      assert.deepEqual(await names(), all);
      // The last editor is one of an event, and the tab in front is none of a log: so it is when an overview has gone to an event.
      await vscode.window.showTextDocument(event, { viewColumn: vscode.ViewColumn.One, preserveFocus: true, preview: false });
      await vscode.window.showTextDocument(event, { viewColumn: vscode.ViewColumn.One });
      await vscode.commands.executeCommand('trail.openOverview');
      await until('the overview in front', () => inFront() === undefined);
      await pause(200);
      assert.ok(overview()?.endsWith(basename(bucket)), overview());
      assert.deepEqual(await names(), all);
    });
  });
});
