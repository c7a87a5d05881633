import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codesOf, event, eventLine, newEditor, openTrail, said } from './documents';
import { until } from './wait';

const BID = { requestParameters: '{"Bid":1187000000004544000,"AcsHost":"h"}' };
const line = (id: string, second: string): string =>
  eventLine({ ...BID, eventId: `"${id}"`, eventTime: `"2020-01-09T12:12:${second}Z"` });

/** Opens a log with the cursor in the line of a text. */
async function show(text: string, part: string): Promise<vscode.TextDocument> {
  const document = await openTrail(text);
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(document.getText().indexOf(part) + 1);
  editor.selection = new vscode.Selection(at, at);
  return document;
}

async function copied(command: string): Promise<string> {
  await vscode.env.clipboard.writeText('nothing');
  await vscode.commands.executeCommand(command);
  return vscode.env.clipboard.readText();
}

/** The new document that a command makes; the source must stay as it is. */
async function made(source: vscode.TextDocument, command: string): Promise<string> {
  const before = source.getText();
  const { document } = await newEditor('a new document', () => vscode.commands.executeCommand(command));
  assert.equal(document.languageId, 'trail-json');
  assert.equal(source.getText(), before);
  assert.equal(source.isDirty, false);
  return document.getText();
}

describe('commands on events', function () {
  afterEach(closeAll);

  it('copy the event at the cursor, every number as it is written @words', async () => {
    await show(`${line('a', '01')}\n${line('b', '02')}`, '"b"');
    const pretty = await copied('trail.copyEventJson');
    assert.match(pretty, /^\{\n {2}"eventId": "b",\n/);
    assert.ok(pretty.includes('"Bid": 1187000000004544000,'));
    assert.equal(await copied('trail.copyEventLine'), line('b', '02').replaceAll('": ', '":').replaceAll(', "', ',"'));
    assert.match(
      await copied('trail.copyEventLookup'),
      /^aliyun actiontrail LookupEvents --region cn-hangzhou --LookupAttribute\.1\.Key EventId --LookupAttribute\.1\.Value b /,
    );
    assert.equal(await copied('trail.copyEventQuery'), 'event.eventId: "b"');
    const ticket = await copied('trail.copyEventTicket');
    assert.ok(ticket.startsWith('### `StopInstance`\n'));
    assert.ok(ticket.includes(`- **${said('Actor:')}** \`root\``), ticket);
  });

  it('copy nothing where the cursor is in no event', async () => {
    await show(`${line('a', '01')}\n\n\n\n\n`, '"a"');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    assert.equal(await copied('trail.copyEventJson'), 'nothing');
  });

  it('compare two events in the editor, keys sorted, without what the gateway adds', async () => {
    await show(`${line('a', '01')}\n${line('b', '02')}`, '"a"');
    await vscode.commands.executeCommand('trail.selectForCompare');
    await show(line('b', '02'), '"b"');
    await vscode.commands.executeCommand('trail.compareWithSelected');
    const inputOf = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await until('the comparison', () => inputOf() instanceof vscode.TabInputTextDiff);
    const { original, modified } = inputOf() as vscode.TabInputTextDiff;
    const [left, right] = await Promise.all([original, modified].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.ok(left && right);
    assert.match(left.getText(), /^\{\n {2}"acsRegion": "cn-hangzhou",\n {2}"eventId": "a",/);
    assert.ok(left.getText().includes('"Bid": 1187000000004544000\n'));
    assert.ok(!left.getText().includes('AcsHost'));
    assert.equal(left.getText().replace('"a"', '"b"').replace(':01Z', ':02Z'), right.getText());
  });

  it('make a new log: sorted, without duplicates, as an array, as lines', async () => {
    const [a, b] = [line('a', '02'), line('b', '01')];
    const source = await show(`${a}\n${b}\n${a}\n`, '"b"');
    assert.equal(await made(source, 'trail.sortByTime'), `${b}\n${a}\n${a}\n`);
    await vscode.window.showTextDocument(source);
    assert.equal(await made(source, 'trail.removeDuplicates'), `${a}\n${b}\n`);
    await vscode.window.showTextDocument(source);
    assert.equal(await made(source, 'trail.toArray'), `[\n${a},\n${b},\n${a}\n]\n`);
    await vscode.window.showTextDocument(source);
    assert.ok((await made(source, 'trail.toLines')).startsWith(`${a}\n`));
  });

  it('open one event alone', async () => {
    const source = await show(`[${line('a', '01')},${line('b', '02')}]`, '"b"');
    assert.match(await made(source, 'trail.splitEvent'), /^\{\n {2}"eventId": "b",/);
  });

  it('are offered where a duplicate is marked @words', async () => {
    const document = await openTrail(`${line('a', '01')}\n${line('a', '02')}`);
    assert.ok(codesOf(document).includes('duplicate-event'));
    const at = document.positionAt(document.getText().lastIndexOf('"a"') + 2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    assert.ok(
      actions.some(
        ({ title, command }) =>
          title === said('Make a new log without duplicates') && command?.command === 'trail.removeDuplicates',
      ),
    );
  });

  it('make lines of a log that is laid out over lines', async () => {
    const source = await show(`[\n${event(BID)}\n]`, '"StopInstance"');
    const text = await made(source, 'trail.toLines');
    assert.equal(text.split('\n').length, 2);
    assert.ok(text.includes('"Bid":1187000000004544000'));
  });
});
