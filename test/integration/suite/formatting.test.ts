import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventLine, openTrail } from './documents';

async function formatted(text: string): Promise<string> {
  const document = await openTrail(text);
  const editor = await vscode.window.showTextDocument(document);
  editor.options = { insertSpaces: true, tabSize: 2 };
  await vscode.commands.executeCommand('editor.action.formatDocument');
  return document.getText();
}

const bare = (text: string): string =>
  text.replace(/"(?:[^"\\\r\n]|\\.)*"|\s+/g, (found) => (found.startsWith('"') ? found : ''));

describe('formatting', () => {
  afterEach(closeAll);

  it('lays out a list, changing white space only', async () => {
    const text = `[${eventLine({ isGlobal: '1187000000004544000', note: String.raw`"a  \"b\"  c"` })},${eventLine()}]`;
    const result = await formatted(text);
    assert.equal(bare(result), bare(text));
    assert.ok(result.startsWith('[\n  {\n    "eventId": '));
    assert.ok(result.includes('\n    "isGlobal": 1187000000004544000,\n'));
    assert.ok(result.includes(String.raw`"a  \"b\"  c"`));
    assert.equal(await formatted(result), result);
  });

  it('leaves records one a line as they are', async () => {
    const text = `${eventLine()}\n${eventLine()}\n`;
    assert.equal(await formatted(text), text);
  });

  it('keeps comments, masks and damaged records', async () => {
    const damaged = '{"eventName": "A"  "acsRegion": "x"}';
    const result = await formatted(`[${damaged}, {"eventName": "B", // why\n"accountId": 175***657}]`);
    assert.ok(result.includes(damaged));
    assert.ok(result.includes('    "eventName": "B", // why\n    "accountId": 175***657\n'));
  });

  it('keeps the line ends of Windows', async () => {
    const result = await formatted('[{"eventName":"A","acsRegion":"x"},\r\n{"eventName":"B","acsRegion":"x"}]\r\n');
    assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(result.includes('\r\n  {\r\n'));
  });

  it('lays out a selection only', async () => {
    const line = '{"eventName":"A","acsRegion":"x"}';
    const document = await openTrail(`[\n  ${line},\n  ${line}\n]`);
    const editor = await vscode.window.showTextDocument(document);
    editor.options = { insertSpaces: true, tabSize: 2 };
    editor.selection = new vscode.Selection(2, 0, 2, 100);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    assert.equal(document.getText(), `[\n  ${line},\n  {\n    "eventName": "A",\n    "acsRegion": "x"\n  }\n]`);
  });
});
