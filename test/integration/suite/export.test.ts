import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, event, fileWith, openTrail, said } from './documents';

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

  it('writes reports in the language of the display', async () => {
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
});
