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

  it('lays out what a typed bracket closes, and the line that Enter ends, where the user has switched it on', async () => {
    const text = '[\n  {\n    "eventName": "A",\n    "requestParameters": {"a":[1,2],"b":  2,\n    "acsRegion":"x"\n  }\n]\n';
    const document = await openTrail(text.replace('  2,', '  2},'));
    const typing = async (at: number, character: string): Promise<string> => {
      const options = { insertSpaces: true, tabSize: 2 };
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        document.positionAt(at),
        character,
        options,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits ?? []);
      await vscode.workspace.applyEdit(edit);
      return document.getText();
    };
    const written = document.getText();
    const closed = await typing(written.indexOf('},') + 1, '}');
    assert.ok(
      closed.includes('    "requestParameters": {\n      "a": [\n        1,\n        2\n      ],\n      "b": 2\n    },\n'),
      closed,
    );
    assert.ok(closed.includes('"acsRegion":"x"'));
    assert.equal(bare(closed), bare(written));
    const next = await typing(closed.indexOf('  }\n]'), '\n');
    assert.ok(next.includes('    "acsRegion": "x"\n  }\n]\n'), next);
  });

  it('leaves records one a line as they are while one types', async () => {
    const text = `${eventLine()}\n${eventLine()}\n`;
    const document = await openTrail(text);
    for (const character of ['}', '\n']) {
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        character === '}' ? document.lineAt(0).range.end : new vscode.Position(1, 0),
        character,
        { insertSpaces: true, tabSize: 2 },
      );
      assert.deepEqual(edits ?? [], []);
    }
  });
});
