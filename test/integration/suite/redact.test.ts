import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, event, fileWith, openTrail } from './documents';

const ACCOUNT = '1234567890123456';
const INNER = JSON.stringify(JSON.stringify({ Owner: ACCOUNT, Arn: `acs:ram::${ACCOUNT}:role/deploy-robot` }));

/** The redacted side of the comparison in front. */
function redactedDocument(): vscode.TextDocument {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  assert.ok(input instanceof vscode.TabInputTextDiff);
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.modified.toString());
  assert.ok(document !== undefined);
  return document;
}

async function redact(scope: string, kinds?: readonly string[]): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('trail.redact', {
    scope,
    quiet: true,
    kinds: kinds ?? ['accounts', 'users', 'addresses'],
  });
  return redactedDocument();
}

describe('redaction', () => {
  afterEach(closeAll);

  it('of a document is compared with it, copied, saved with its mapping, and taken back', async () => {
    const text = `[\n  ${event({ requestParameters: `{ "Policy": ${INNER} }` })},\n  ${event({ eventName: '"DeleteUser"' })}\n]\n`;
    const document = await openTrail(text);
    await vscode.window.showTextDocument(document);
    const redacted = await redact('document');
    assert.equal(redacted.languageId, 'trail-json');
    assert.equal(redacted.getText().length, text.length);
    assert.doesNotMatch(redacted.getText(), /1234567890123456|192\.0\.2\.7|deploy-robot/);
    assert.equal(document.getText(), text);

    await vscode.commands.executeCommand('trail.redact.use', 'copy');
    assert.equal(await vscode.env.clipboard.readText(), redacted.getText());
    const saved = fileWith('');
    const mapping = fileWith('', '.json');
    await vscode.commands.executeCommand('trail.redact.use', 'saveAs', saved);
    await vscode.commands.executeCommand('trail.redact.use', 'saveMapping', mapping);
    assert.equal(readFileSync(saved.fsPath, 'utf8'), redacted.getText());
    assert.match(readFileSync(mapping.fsPath, 'utf8'), /"value":"1234567890123456"/);
    // It holds the secrets.
    if (process.platform !== 'win32') assert.equal(statSync(mapping.fsPath).mode & 0o777, 0o600);

    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(saved));
    await vscode.commands.executeCommand('trail.reverseRedaction', mapping);
    const back = vscode.window.activeTextEditor?.document;
    assert.equal(back?.isUntitled, true);
    assert.equal(back?.getText(), text);
  });

  it('of a text that is no log is refused, and made only where that is insisted on', async () => {
    const content = 'liming called from 203.0.113.7, password: Quay!Lantern7\n';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    const given = { scope: 'document', quiet: true, kinds: ['addresses', 'secrets'] };
    // A question is asked, and stays open.
    const asked = vscode.commands.executeCommand('trail.redact', given);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(!(input instanceof vscode.TabInputTextDiff));
    await vscode.commands.executeCommand('trail.redact', { ...given, force: true });
    assert.match(redactedDocument().getText(), /^liming called from (?!203)[\d.]{11}, password: (?!Quay)\S{13}\n$/);
    await vscode.commands.executeCommand('notifications.clearAll');
    await asked;
  });

  it('of the event at the cursor leaves the others out', async () => {
    const text = `[\n  ${event({ eventName: '"CreateUser"' })},\n  ${event({ eventName: '"DeleteUser"' })}\n]\n`;
    const document = await openTrail(text);
    const editor = await vscode.window.showTextDocument(document);
    const position = document.positionAt(text.indexOf('DeleteUser'));
    editor.selection = new vscode.Selection(position, position);
    const redacted = (await redact('event')).getText();
    assert.match(redacted, /DeleteUser/);
    assert.doesNotMatch(redacted, /CreateUser|1234567890123456/);
    await vscode.commands.executeCommand('trail.redact.use', 'open');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), redacted);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'trail-json');
  });

  it('of a selection takes a part of an event, and the texts of the user', async () => {
    const text = event({ note: '"Project BlueBird of 1234567890123456"' });
    const document = await openTrail(text);
    const editor = await vscode.window.showTextDocument(document);
    const line = document.lineAt(document.positionAt(text.indexOf('BlueBird')).line);
    editor.selection = new vscode.Selection(line.range.start, line.range.end);
    const configuration = vscode.workspace.getConfiguration('trail');
    await configuration.update('redact.patterns', ['bluebird', 7], vscode.ConfigurationTarget.Global);
    try {
      const redacted = (await redact('selection', ['patterns'])).getText();
      assert.match(redacted, /^ {2}"note": "Project [A-Z][a-z]{3}[A-Z][a-z]{3} of 1234567890123456",?$/);
      assert.doesNotMatch(redacted, /BlueBird/);
    } finally {
      await configuration.update('redact.patterns', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('keeps what was there when a file cannot be written', async () => {
    const document = await openTrail(event());
    await vscode.window.showTextDocument(document);
    await redact('document');
    const nowhere = vscode.Uri.joinPath(document.uri, 'no-folder', 'log.json');
    // The message waits for the user; the command does not.
    await vscode.commands.executeCommand('trail.redact.use', 'saveAs', nowhere);
    assert.ok(!existsSync(nowhere.fsPath));
    assert.equal(readFileSync(document.uri.fsPath, 'utf8'), document.getText());
  });
});
