import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, fileWith, ROOT } from './documents';
import { pause, until } from './wait';

const TRAIL = 'trail-json';
const SHARED = join(ROOT, '../shared/samples');
/** Long enough for detection to have had its say. */
const SETTLED = 800;

const settled = (): Promise<void> => pause(SETTLED);

/** The document of an address as it is now: a change of language closes it and opens it again. */
function current(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

async function becomesTrail(uri: vscode.Uri): Promise<void> {
  await show(uri);
  await until(`${uri.path} to become a trail`, () => current(uri)?.languageId === TRAIL);
}

async function setMode(value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('trail').update('detect', value, vscode.ConfigurationTarget.Global);
}

describe('detection', () => {
  afterEach(async () => {
    await setMode(undefined);
    await closeAll();
  });

  for (const extension of ['.json', '.jsonl', '.log', '.txt', '.ndjson'])
    it(`takes a log in ${extension}`, async () => {
      await becomesTrail(fileWith(`${eventLine()}\n${eventLine()}\n`, extension));
    });

  const others: Readonly<Record<string, string>> = {
    'package.json': '{"name": "acsRegion", "version": "1.0.0", "userIdentity": {}}',
    'AWS CloudTrail':
      '{"Records":[{"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventName":"A","awsRegion":"us-east-2","eventSource":"ec2.amazonaws.com","eventID":"e"}]}',
    'an OSS notification':
      '{"events":[{"eventName":"ObjectCreated:PutObject","eventSource":"acs:oss","oss":{"ossSchemaVersion":"1.0"}}]}',
    nothing: '',
    '10,000 nested arrays': '['.repeat(10_000),
    'a lone brace': '{',
  };
  for (const [name, text] of Object.entries(others))
    it(`leaves ${name} alone`, async () => {
      const uri = fileWith(text, '.json');
      await show(uri);
      await settled();
      assert.equal(current(uri)?.languageId, 'json');
      assert.equal(current(uri)?.getText(), text);
    });

  it('leaves files of other kinds alone', async () => {
    const uri = fileWith(event(), '.md');
    await show(uri);
    await settled();
    assert.equal(current(uri)?.languageId, 'markdown');
  });

  it('can be switched off', async () => {
    await setMode('off');
    const uri = fileWith(event(), '.json');
    await show(uri);
    await settled();
    assert.equal(current(uri)?.languageId, 'json');
  });

  it('remembers a user who switches back, and forgets it when they take it for a trail', async () => {
    const uri = fileWith(event(), '.json');
    await becomesTrail(uri);
    const document = current(uri);
    assert.ok(document);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await until('the language', () => current(uri)?.languageId === 'json');
    await settled();
    assert.equal(current(uri)?.languageId, 'json');
    await closeAll();
    await show(uri);
    await settled();
    assert.equal(current(uri)?.languageId, 'json');
    const again = current(uri);
    assert.ok(again);
    await vscode.languages.setTextDocumentLanguage(again, TRAIL);
    await until('the language', () => current(uri)?.languageId === TRAIL);
    await settled();
    assert.equal(current(uri)?.languageId, TRAIL);
  });

  it('changes the language once: no loop of closing and opening', async () => {
    let opened = 0;
    const uri = fileWith(event(), '.json');
    const listener = vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.toString() === uri.toString()) opened++;
    });
    await becomesTrail(uri);
    await settled();
    listener.dispose();
    assert.equal(opened, 2);
  });

  it('takes a log that is pasted into a new file', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), event());
    });
    await until('the paste to become a trail', () => current(document.uri)?.languageId === TRAIL);
    const pasted = current(document.uri);
    assert.equal(pasted?.getText(), event());
    await vscode.languages.setTextDocumentLanguage(pasted, 'plaintext');
    await vscode.window.activeTextEditor?.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), `${eventLine()}\n`);
    });
    await settled();
    assert.equal(current(document.uri)?.languageId, 'plaintext');
  });

  it('asks where it is to ask', async () => {
    await setMode('ask');
    const uri = fileWith(event(), '.json');
    await show(uri);
    await settled();
    assert.equal(current(uri)?.languageId, 'json');
    await vscode.commands.executeCommand('notifications.clearAll');
    await settled();
    assert.equal(current(uri)?.languageId, 'json');
  });

  (existsSync(SHARED) ? it : it.skip)('takes what others wrote, and no look-alike', async () => {
    for (const name of [
      'flink-AppendVSwitchId-pascal.json',
      'fragment-userIdentity-ram-sdk.txt',
      'sls-log-audit-record-truncated.json',
    ])
      await becomesTrail(vscode.Uri.file(join(SHARED, name)));
    for (const name of ['negative-aws-cloudtrail.json', 'negative-oss-event-notification.json']) {
      const uri = vscode.Uri.file(join(SHARED, name));
      await show(uri);
      await settled();
      assert.equal(current(uri)?.languageId, 'json', name);
    }
  });
});
