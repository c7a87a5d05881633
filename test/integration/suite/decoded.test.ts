import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeEditor, closeAll, eventLine, openTrail, problemsOf, said, shapesOf } from './documents';
import { hoverOn, positionOf } from './hovers';
import { pause, until } from './wait';

const EVENTS: readonly Readonly<Record<string, string | undefined>>[] = [
  { eventName: '"A"', requestParameters: '{"Bid": 1187000000004544000, "Tag.1.Key": "env", "Tag.1.Value": "prod"}' },
  { eventName: '"B"', requestParameters: String.raw`{"Ids": "[\\\"vsw-1\\\",\\\"vsw-2\\\"]", "Bad": "{\"x\":1,}"}` },
];
const SHAPES = shapesOf(EVENTS);

const active = (): vscode.TextEditor => {
  const { activeTextEditor } = vscode.window;
  assert.ok(activeTextEditor);
  return activeTextEditor;
};

/** Opens the decoded form of what stands at a text. */
async function decode(document: vscode.TextDocument, at: string, command = 'trail.openDecoded'): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  const position = positionOf(document, at, 1, 0);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand(command);
  const log = JSON.stringify(document.uri.toString());
  return activeEditor('the decoded document', ({ uri }) => uri.scheme === 'trail-decoded' && uri.query.includes(log));
}

describe('decoded', () => {
  afterEach(closeAll);

  for (const [name, content] of Object.entries(SHAPES)) {
    it(`shows an event beside the log, at what the cursor was on, and leads back: ${name}`, async () => {
      const document = await openTrail(content);
      const decoded = await decode(document, 'vsw-2');
      const text = decoded.document.getText();
      assert.ok(text.includes('"Ids": ["vsw-1", "vsw-2"], // '), text);
      assert.ok(!text.includes('"eventName": "A"'), text);
      assert.equal(decoded.document.languageId, 'trail-json');
      assert.equal(decoded.document.offsetAt(decoded.selection.active), text.indexOf('vsw-2'));
      assert.notEqual(decoded.viewColumn, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('trail.goToSource');
      await until('the log', () => active().document === document);
      assert.equal(active().viewColumn, vscode.ViewColumn.One);
      assert.equal(document.offsetAt(active().selection.active), document.getText().indexOf('vsw-2'));
      const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        decoded.document.uri,
        positionOf(decoded.document, '"B"', 1, 1),
      );
      assert.equal(definition?.uri.toString(), document.uri.toString());
      assert.equal(document.offsetAt(definition.range.start), document.getText().search(/(?<=")B(?=\\?")/));
    });
  }

  it('shows the whole log; numbers are as they are written, lists are gathered, nothing is a problem @words', async () => {
    const document = await openTrail(SHAPES.array);
    const decoded = await decode(document, 'prod', 'trail.openDecodedDocument');
    const text = decoded.document.getText();
    for (const part of ['1187000000004544000', '"Tag": [', '"Value": "prod"', '"eventName": "B"'])
      assert.ok(text.includes(part), text);
    assert.ok(
      text.startsWith(
        `// ${said('Decoded for reading; the log is as it was. Go to Definition (F12) leads to the place in the log.')}`,
      ),
      text,
    );
    assert.equal(decoded.document.offsetAt(decoded.selection.active), text.indexOf('prod'));
    await pause(500);
    assert.deepEqual(problemsOf(decoded.document), []);
    const before = decoded.document.getText();
    await decoded
      .edit((edit) => {
        edit.insert(new vscode.Position(0, 0), 'x');
      })
      .then(undefined, () => false);
    assert.equal(decoded.document.getText(), before);
  });

  it('follows the edits of its log', async () => {
    const document = await openTrail(SHAPES.lines);
    const decoded = await decode(document, 'vsw-2');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `${eventLine({ eventName: '"First"' })}\n`);
    await vscode.workspace.applyEdit(edit);
    const change = new vscode.WorkspaceEdit();
    const at = positionOf(document, 'vsw-2', 1, 0);
    change.replace(document.uri, new vscode.Range(at, at.translate(0, 5)), 'vsw-changed');
    await vscode.workspace.applyEdit(change);
    await until('the change', () => decoded.document.getText().includes('["vsw-1", "vsw-changed"]'));
    assert.ok(decoded.document.getText().includes('"eventName": "B"'));
    assert.ok(!decoded.document.getText().includes('First'));
  });

  it('says of a string that only looks like JSON why, in the decoded form and in hovers', async () => {
    const document = await openTrail(SHAPES.array);
    const decoded = await decode(document, '"Bad"');
    assert.match(decoded.document.getText(), /"Bad": "\{\\"x\\":1,\}" \/\/ .*10/);
    const hover = await hoverOn(document, String.raw`"{\"x\"`, 1, 3);
    for (const part of ['cannot be decoded', '无法解码', '{"x":1,}']) assert.ok(hover.includes(part), hover);
  });
});
