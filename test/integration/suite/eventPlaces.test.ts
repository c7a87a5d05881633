import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { EventTree } from '../../../src/explorer/eventTree';
import { type TreeNode } from '../../../src/explorer/node';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { contentUri } from '../../../src/workspace/gzipFiles';
import { EVENT_SCHEME, SUMMARY_SCHEME } from '../../../src/workspace/language';
import { activeEditor, closeAll, eventLine, fileWith, folderWith, newEditor } from './documents';
import { until } from './wait';

const line = (id: string, second: string, more: Readonly<Record<string, string>> = {}): string =>
  eventLine({
    eventId: `"${id}"`,
    eventTime: `"2026-03-01T02:00:${second}Z"`,
    requestParameters: '{"Bid":1187000000004544000}',
    ...more,
  });
/** The same event twice, and out of order. */
const LINES = [line('a', '03'), line('b', '01'), line('a', '03')];
const TEXT = `${LINES.join('\n')}\n`;

const activeUri = (): vscode.Uri | undefined => {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
};
/** The text of the new document that a command makes. */
async function newText(command: string, args: readonly unknown[] = []): Promise<string> {
  const before = vscode.window.activeTextEditor;
  const { document } = await newEditor(`a new document by ${command}`, () => vscode.commands.executeCommand(command, ...args));
  const text = document.getText();
  await back(before);
  return text;
}

/** The event with an id in the tree of the log: its node, as menus give it. */
function nodeOf(key: string, text: string, id: string): TreeNode {
  const trail = Trail.of(new StringSource(text));
  const groups = finish(groupEvents(trail, { by: [Column.EventName, Column.Account], sort: 'count' }));
  assert.ok(groups);
  const row = Array.from({ length: trail.rows.size }, (_, at) => at).find((at) => trail.recordText(at).includes(`"${id}"`));
  const log = { key, title: '', isDuplicate: () => false, eventFindings: () => [], limits: () => [] };
  const node = new EventTree(log, trail, groups).find(row ?? -1);
  assert.ok(node);
  return node;
}

async function copied(command: string, ...args: readonly unknown[]): Promise<string> {
  await vscode.env.clipboard.writeText('nothing');
  await vscode.commands.executeCommand(command, ...args);
  return vscode.env.clipboard.readText();
}

/** Runs each command on the event b: with its node as the tree's menu does, without anything as the palette and the menu of the editor do. */
async function commandsWork(args: readonly unknown[], other: readonly unknown[]): Promise<void> {
  const json = await copied('trail.copyEventJson', ...args);
  assert.match(json, /^\{\n {2}"eventId": "b",\n/);
  assert.ok(json.includes('"Bid": 1187000000004544000\n'));
  assert.equal(await copied('trail.copyEventLine', ...args), LINES[1]?.replaceAll('": ', '":').replaceAll(', "', ',"'));
  assert.match(await copied('trail.copyEventLookup', ...args), /^aliyun actiontrail LookupEvents .*EventId.* b /);
  assert.equal(await copied('trail.copyEventQuery', ...args), 'event.eventId: "b"');
  assert.ok((await copied('trail.copyEventTicket', ...args)).startsWith('### `StopInstance`\n'));
  assert.match(await newText('trail.splitEvent', args), /^\{\n {2}"eventId": "b",\n/);
  const before = vscode.window.activeTextEditor;
  await vscode.commands.executeCommand('trail.selectForCompare', ...args);
  await vscode.commands.executeCommand('trail.compareWithSelected', ...other);
  const comparison = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  await until('the comparison', () => comparison() instanceof vscode.TabInputTextDiff);
  const { original } = comparison() as vscode.TabInputTextDiff;
  assert.match((await vscode.workspace.openTextDocument(original)).getText(), /"eventId": "b"/);
  await back(before);
}

/** Closes what a command has opened, and waits until the editor before is the active one, with its cursor where it was; a comparison has taken the place of a preview. */
async function back(before: vscode.TextEditor | undefined): Promise<void> {
  const { selection, document } = before ?? {};
  const opened = vscode.window.tabGroups.activeTabGroup.activeTab;
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the tab before', () => {
    const { activeTextEditor: editor, tabGroups } = vscode.window;
    if (tabGroups.activeTabGroup.activeTab === opened || editor?.document.uri.toString() !== activeUri()?.toString())
      return false;
    return editor?.document !== document || selection === undefined || editor?.selection.isEqual(selection) === true;
  });
}

/** From the tree, then at the cursor in what the tree opens. */
async function worksFrom(key: string, text: string): Promise<void> {
  await vscode.commands.executeCommand('trail.explorer.groupByName');
  const [a, b] = ['a', 'b'].map((id) => nodeOf(key, text, id));
  assert.ok(a && b);
  await until('the event in the tree', async () => (await copied('trail.copyEventQuery', b)).includes('"b"'));
  await commandsWork([b], [a]);
  await vscode.commands.executeCommand('trail.explorer.open', b);
  await activeEditor('the event', (document) => document.uri.scheme === EVENT_SCHEME && document.getText().includes('"b"'));
  await commandsWork([], [a]);
}

async function logCommandsWork(): Promise<void> {
  const [a = '', b = ''] = LINES;
  const inTime = [b, a, a];
  assert.equal(await newText('trail.sortByTime'), `${inTime.join('\n')}\n`);
  assert.deepEqual((await newText('trail.removeDuplicates')).trim().split('\n').sort(), [a, b]);
  assert.ok((await newText('trail.toArray')).startsWith('[\n{'));
  assert.deepEqual((await newText('trail.toLines')).trim().split('\n').sort(), [...inTime].sort());
}

const sourceKey = (): string => (activeUri()?.scheme === SUMMARY_SCHEME ? (activeUri()?.query.split('&')[0] ?? '') : '');

describe('commands on events of logs that cannot be edited', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('work in a compressed log', async () => {
    const uri = fileWith(gzipSync(TEXT), '.trail.jsonl.gz');
    await vscode.commands.executeCommand('trail.openCompressed', uri);
    const editor = await activeEditor('the content', (document) => document.uri.toString() === contentUri(uri).toString());
    const at = editor.document.positionAt(TEXT.indexOf('"b"') + 1);
    editor.selection = new vscode.Selection(at, at);
    await commandsWork([], []);
    await logCommandsWork();
  });

  it('work in a folder of delivered logs', async () => {
    await vscode.commands.executeCommand('trail.openFolder', folderWith({ 'a.json.gz': gzipSync(TEXT) }));
    await until('the summary', () => sourceKey() !== '');
    // The rows of a folder are in the order of time.
    await worksFrom(sourceKey(), TEXT);
    await logCommandsWork();
  });

  it('work in a log beyond the limit of the editor, as far as a document can hold what they make', async () => {
    const filler = Array.from({ length: 2_000 }, (_, at) =>
      line(`filler-${at}`, '30', { userAgent: `"${'a'.repeat(26_500)}"`, eventName: '"Other"' }),
    );
    const large = `${TEXT}${filler.join('\n')}\n`;
    await vscode.commands.executeCommand('trail.openLog', fileWith(large, '.trail.jsonl'));
    await until('the summary', () => sourceKey() !== '');
    await worksFrom(sourceKey(), large);
    const before = vscode.workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed).length;
    await vscode.commands.executeCommand('trail.sortByTime');
    const after = vscode.workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed).length;
    assert.equal(after, before, 'what is too long is not made');
  });
});
