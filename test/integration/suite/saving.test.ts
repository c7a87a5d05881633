import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, eventLine, fileWith, openTrail } from './documents';

/** A log in which every one of the settings finds something to change: white space at the end of a line, several empty last lines, no layout. */
const UNTIDY = `[${eventLine()},   \n${eventLine()}]   \n\n\n`;
const NO_END = `[${eventLine()},   \n${eventLine()}]`;

/** What people have set for all languages, and a log that it would change. */
const SETTINGS: readonly (readonly [string, unknown, string])[] = [
  ['editor.formatOnSave', true, UNTIDY],
  ['files.trimTrailingWhitespace', true, UNTIDY],
  ['files.trimFinalNewlines', true, UNTIDY],
  ['files.insertFinalNewline', true, NO_END],
  ['editor.codeActionsOnSave', { 'source.fixAll': 'explicit' }, UNTIDY],
];

async function set(name: string, value: unknown, language?: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(undefined, language === undefined ? undefined : { languageId: language });
  await settings.update(name, value, vscode.ConfigurationTarget.Global, language !== undefined);
}

/** Saves the active document as Ctrl+S does: also one that was not changed. */
async function save(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.save');
  assert.equal(document.isDirty, false);
}

/** Changes at the end of every line when its fixes are asked for on saving. */
const fixer = (): vscode.Disposable =>
  vscode.languages.registerCodeActionsProvider(
    [{ language: 'trail-json' }, { language: 'plaintext' }],
    {
      provideCodeActions(document, _, { only }) {
        if (only?.intersects(vscode.CodeActionKind.SourceFixAll) !== true) return [];
        const action = new vscode.CodeAction('Fix', vscode.CodeActionKind.SourceFixAll);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.insert(document.uri, new vscode.Position(0, 0), 'fixed');
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.SourceFixAll] },
  );

describe('saving', () => {
  let provider: vscode.Disposable;
  before(() => {
    provider = fixer();
  });
  after(() => {
    provider.dispose();
  });
  afterEach(async () => {
    await closeAll();
    for (const [name] of SETTINGS) {
      await set(name, undefined);
      await set(name, undefined, 'trail-json');
    }
  });

  for (const [name, value, content] of SETTINGS) {
    it(`with ${name}, a log stays as it is, byte for byte`, async () => {
      await set(name, value);
      const document = await openTrail(content);
      await save(document);
      assert.deepEqual(readFileSync(document.uri.fsPath), Buffer.from(content));
    });

    it(`who sets ${name} for trail logs gets it`, async () => {
      await set(name, value, 'trail-json');
      const document = await openTrail(content);
      await save(document);
      assert.notDeepEqual(readFileSync(document.uri.fsPath), Buffer.from(content));
    });
  }

  it('with all of them, an edit changes what was edited and nothing else', async () => {
    for (const [name, value] of SETTINGS) await set(name, value);
    const document = await openTrail(UNTIDY);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(UNTIDY.indexOf('}')), ' ');
    await vscode.workspace.applyEdit(edit);
    await save(document);
    assert.equal(readFileSync(document.uri.fsPath, 'utf8'), UNTIDY.replace('}', ' }'));
  });

  it('other texts are saved as their settings say', async () => {
    await set('files.trimTrailingWhitespace', true);
    const uri = fileWith('a  \n', '.txt');
    await save(await vscode.workspace.openTextDocument(uri));
    assert.equal(readFileSync(uri.fsPath, 'utf8'), 'a\n');
  });

  it('a byte order mark, the line ends of Windows and a log without a last line end stay', async () => {
    for (const content of [`\ufeff${eventLine()}\r\n${eventLine()}\r\n`, eventLine()]) {
      const document = await openTrail(content);
      await save(document);
      assert.deepEqual(readFileSync(document.uri.fsPath), Buffer.from(content));
    }
  });
});
