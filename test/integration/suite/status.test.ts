import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, fileWith, published } from './documents';
import { hoverAt } from './hovers';
import { pause, until } from './wait';

/** What was thrown and caught by nobody. */
const thrown: unknown[] = [];
const keep = (error: unknown): void => {
  thrown.push(error);
};

/** The tab that shows a file. */
function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

describe('bad input', () => {
  before(() => {
    process.on('unhandledRejection', keep);
    process.on('uncaughtException', keep);
  });
  beforeEach(() => {
    thrown.length = 0;
  });
  afterEach(async () => {
    await closeAll();
    assert.deepEqual(thrown, []);
  });
  after(() => {
    process.off('unhandledRejection', keep);
    process.off('uncaughtException', keep);
  });

  const texts: Readonly<Record<string, string | Uint8Array>> = {
    'an empty file': '',
    'a byte order mark alone': '\ufeff',
    'a lone brace': '{',
    'a lone quote': '"',
    'half an event': event().slice(0, 150),
    'an event cut off in a string': event().slice(0, event().indexOf('Stop') + 2),
    '10,000 nested arrays': '['.repeat(10_000) + ']'.repeat(10_000),
    '10,000 nested objects within an event': event({ requestParameters: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000) }),
    'a log of AWS':
      '{"Records":[{"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventName":"A","awsRegion":"us-east-2","eventID":"e"}]}',
    'only backslashes': '\\'.repeat(100_000),
    'a string of 1 MB': event({ userAgent: JSON.stringify('x'.repeat(1_000_000)) }),
    'JSON of 1 MB in a string': event({
      requestParameterJson: JSON.stringify(JSON.stringify(Array.from({ length: 80_000 }, (_, index) => ({ index })))),
    }),
  };
  for (const [name, content] of Object.entries(texts))
    it(`${name}: is read without a word of protest, and left as it is`, async () => {
      const uri = fileWith(content);
      const document = await published(() => vscode.workspace.openTextDocument(uri));
      await vscode.window.showTextDocument(document);
      const end = document.lineAt(document.lineCount - 1).range.end;
      for (const at of [0, 0.25, 0.5, 0.75, 1])
        await hoverAt(document, document.positionAt(Math.floor(document.offsetAt(end) * at)));
      assert.equal(document.isDirty, false);
      assert.deepEqual(readFileSync(uri.fsPath), Buffer.from(content));
    });

  it('a binary file is read as the text that it becomes', async () => {
    const uri = fileWith(Uint8Array.from({ length: 4_096 }, (_, index) => (index * 31) % 256));
    const before = readFileSync(uri.fsPath);
    const document = await published(() => vscode.workspace.openTextDocument(uri)).catch(() => undefined);
    if (document !== undefined) await hoverAt(document, new vscode.Position(0, 1));
    assert.deepEqual(readFileSync(uri.fsPath), before);
  });

  it('a file of 60 MB, which VS Code gives to no extension, leaves the editor alive', async () => {
    const line = `${eventLine()}\n`;
    const uri = fileWith(line.repeat(Math.ceil((60 * 1024 * 1024) / line.length)));
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the tab', () => tabOf(uri) !== undefined);
    await pause(3_000);
    assert.equal(
      vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
      false,
    );
    const document = await published(() => vscode.workspace.openTextDocument(fileWith(event())));
    assert.equal(document.languageId, 'trail-json');
  });
});
