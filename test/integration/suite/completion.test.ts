import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openTrail } from './documents';
import { actUntil } from './wait';

/** Opens a log with the cursor at the mark `|` and gives what is offered there. */
async function complete(marked: string): Promise<{ document: vscode.TextDocument; items: readonly vscode.CompletionItem[] }> {
  const document = await openTrail(marked.replace('|', ''));
  const position = document.positionAt(marked.indexOf('|'));
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(position, position);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    5,
  );
  // Words of the document are the editor's own.
  return { document, items: list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text) };
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
const find = (items: readonly vscode.CompletionItem[], name: string): vscode.CompletionItem => {
  const item = items.find((one) => labelOf(one) === name);
  assert.ok(item, `${name} among ${items.map(labelOf).slice(0, 20).join(', ')}`);
  return item;
};

describe('completion', () => {
  afterEach(closeAll);

  it('offers the names that are missing, explained in both languages @words', async () => {
    const { items } = await complete('[\n  {\n    "EventName": "A",\n    "AcsRegion": "x",\n    |\n  }\n]');
    const item = find(items, 'EventTime');
    assert.ok(!items.some((one) => labelOf(one) === 'EventName'));
    const documentation = (items[0]?.documentation as vscode.MarkdownString | undefined)?.value ?? '';
    assert.match(documentation, /\p{Script=Han}/u);
    assert.match(documentation, /[a-z]{3} [a-z]+/);
    assert.equal((item.insertText as vscode.SnippetString).value.startsWith('"EventTime": '), true);
  });

  it('offers values and event names with their meaning', async () => {
    const { items } = await complete('{"eventName": "Stop|", "serviceName": "Ecs", "acsRegion": "cn-hangzhou"}');
    const item = find(items, 'StopInstance');
    assert.ok(item.detail);
    const { items: values } = await complete('{"eventName": "A", "acsRegion": "x", "userIdentity": {"type": "|"}}');
    assert.ok(find(values, 'assumed-role').detail);
  });

  it('offers a new event in a list', async () => {
    const { items } = await complete('[\n  {"eventName": "A", "acsRegion": "x"},\n  |\n]');
    assert.equal(find(items, 'event').kind, vscode.CompletionItemKind.Snippet);
  });

  it('writes what was chosen with its comma, and replaces the whole literal', async () => {
    const { document } = await complete('{\n  "acs|"\n  "eventName": "A"\n}');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const before = document.getText();
    await actUntil(
      'the suggestion to be taken',
      () => vscode.commands.executeCommand('acceptSelectedSuggestion'),
      () => document.getText() !== before,
    );
    assert.equal(document.getText(), '{\n  "acsRegion": "",\n  "eventName": "A"\n}');
  });
});
