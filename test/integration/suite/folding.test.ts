import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, event, openTrail } from './documents';
import { until } from './wait';

const LOG = `[\n${event({}, '    ')},\n// one\n// two\n${event({ userIdentity: '{\n"type": "root-account"\n}' }, '    ')}\n]\n`;

async function folds(document: vscode.TextDocument): Promise<readonly string[]> {
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
  return ranges
    .map(({ start, end, kind }) => `${start}-${end}${kind === undefined ? '' : ` ${vscode.FoldingRangeKind[kind]}`}`)
    .sort();
}

describe('folding and selection', () => {
  afterEach(closeAll);

  it('folds lists, events, objects and comments; the closing line stays in sight', async () => {
    const document = await openTrail(LOG);
    const lines = document.getText().split('\n');
    const second = lines.lastIndexOf('{');
    const identity = lines.findIndex((line) => line.trim() === '"userIdentity": {');
    assert.deepEqual(
      await folds(document),
      [
        `0-${lines.lastIndexOf(']') - 1}`,
        `1-${lines.indexOf('  },') - 1}`,
        `${second}-${lines.lastIndexOf('  }') - 1}`,
        `${identity}-${identity + 1}`,
        `${lines.indexOf('// one')}-${lines.indexOf('// two')} Comment`,
      ].sort(),
    );
  });

  it('has nothing to fold in records one a line', async () => {
    const document = await openTrail('{"eventName":"A","acsRegion":"x"}\n{"eventName":"B","acsRegion":"x"}\n');
    assert.deepEqual(await folds(document), []);
  });

  it('grows the selection: content, literal, member, object, event, list', async () => {
    const document = await openTrail(LOG);
    const offset = document.getText().indexOf('1234567890123456');
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [document.positionAt(offset + 3)],
    );
    const texts: string[] = [];
    for (let at: vscode.SelectionRange | undefined = range; at !== undefined; at = at.parent)
      texts.push(document.getText(at.range));
    const wanted = ['1234567890123456', '"1234567890123456"', '"principalId": "1234567890123456"'];
    assert.deepEqual(
      texts.filter((text) => wanted.includes(text)),
      wanted,
    );
    assert.ok(texts.some((text) => text.startsWith('{\n    "eventId"') && text.endsWith('}')));
    assert.ok(texts.some((text) => text.startsWith('[') && text.endsWith(']')));
  });

  it('counts no brackets within strings, be they decoded or cut off', async () => {
    const parameters = String.raw`{"a": "{\"b\":[{\"c\":[1", "d": "]}"}`;
    const document = await openTrail(`[\n${event({ requestParameters: parameters }, '    ')}\n]\n`);
    const editor = await vscode.window.showTextDocument(document);
    const text = document.getText();
    const jumpFrom = async (offset: number): Promise<number> => {
      const position = document.positionAt(offset);
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('editor.action.jumpToBracket');
      return document.offsetAt(editor.selection.active);
    };
    // The colours, by which the editor tells brackets, come a moment after the text.
    await until('the bracket of the list', async () => (await jumpFrom(0)) === text.lastIndexOf(']'));
    await until('the bracket of the event', async () => (await jumpFrom(text.indexOf('{'))) === text.lastIndexOf('}'));
  });
});
