import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { activeEditor, closeAll, eventLine, folderWith, openTrail, shapesOf } from './documents';
import { actUntil, until } from './wait';

/** Five events a minute apart: A, B (failed), A of another account, a gap, C. */
const EVENTS: readonly Readonly<Record<string, string | undefined>>[] = [
  { eventName: '"A"', eventTime: '"2026-03-01T02:00:00Z"' },
  { eventName: '"B"', eventTime: '"2026-03-01T02:01:00Z"', errorCode: '"Forbidden"' },
  {
    eventName: '"A"',
    eventTime: '"2026-03-01T02:02:00Z"',
    userIdentity: '{"type": "root-account", "principalId": "22222", "accountId": "22222", "userName": "root"}',
  },
  { eventName: '"C"', eventTime: '"2026-03-01T02:30:00Z"', acsRegion: '"cn-nowhere"', errorCode: '"Denied"' },
];
const SHAPES = shapesOf(EVENTS);

const editor = (): vscode.TextEditor => {
  const { activeTextEditor } = vscode.window;
  assert.ok(activeTextEditor);
  return activeTextEditor;
};
const selected = (): string => editor().document.getText(editor().selection);
const lineOf = (): number => editor().selection.active.line;
const run = async (command: string): Promise<string> => {
  await vscode.commands.executeCommand(command);
  return selected();
};

async function show(content: string): Promise<vscode.TextDocument> {
  const document = await openTrail(content);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('navigation', () => {
  afterEach(closeAll);

  for (const [name, content] of Object.entries(SHAPES)) {
    it(`goes from event to event, by name, account and failure: ${name}`, async () => {
      const document = await show(content);
      const first = document.getText().indexOf('eventTime');
      editor().selection = new vscode.Selection(document.positionAt(first), document.positionAt(first));
      assert.equal(await run('trail.nextEvent'), 'B');
      assert.equal(await run('trail.nextEvent'), 'A');
      assert.equal(await run('trail.nextOccurrence'), 'A');
      assert.equal(await run('trail.nextFailure'), 'Forbidden');
      assert.equal(await run('trail.nextFailure'), 'Denied');
      assert.equal(await run('trail.nextFailure'), 'Forbidden');
      assert.equal(await run('trail.previousEvent'), 'A');
      assert.equal(await run('trail.nextOfAccount'), '1234567890123456');
      assert.equal(await run('trail.nextOfAccount'), '1234567890123456');
      assert.equal(await run('trail.previousEvent'), 'A');
      assert.equal(await run('trail.previousOfAccount'), '22222');
      // There are other findings, such as the string that holds an event.
      const wanted = name === 'logService' ? String.raw`\"cn-nowhere\"` : '"cn-nowhere"';
      const seen: string[] = [];
      while (seen.length < 20 && seen.at(-1) !== wanted) seen.push(await run('trail.nextFinding'));
      assert.equal(seen.at(-1), wanted, seen.join('\n'));
      const next = await run('trail.nextFinding');
      assert.notEqual(next, wanted);
      assert.equal(await run('trail.previousFinding'), wanted);
    });
  }

  it('goes on from between two events, and past the ends', async () => {
    const document = await show(`${eventLine({ eventName: '"A"' })}\n\n\n${eventLine({ eventName: '"B"' })}\n\n`);
    editor().selection = new vscode.Selection(2, 0, 2, 0);
    assert.equal(await run('trail.nextEvent'), 'B');
    editor().selection = new vscode.Selection(2, 0, 2, 0);
    assert.equal(await run('trail.previousEvent'), 'A');
    const last = new vscode.Position(document.lineCount - 1, 0);
    editor().selection = new vscode.Selection(last, last);
    assert.equal(await run('trail.nextEvent'), 'A');
  });

  it('leaves a way back, also among neighbouring lines', async () => {
    await show(SHAPES.lines);
    editor().selection = new vscode.Selection(0, 3, 0, 3);
    await run('trail.nextEvent');
    await run('trail.nextEvent');
    assert.equal(lineOf(), 2);
    await vscode.commands.executeCommand('workbench.action.navigateBack');
    await until('the event before', () => lineOf() === 1);
    await vscode.commands.executeCommand('workbench.action.navigateForward');
    await until('the event behind', () => lineOf() === 2);
  });

  it('goes to a time, also one that a key is bound with', async () => {
    await show(SHAPES.array);
    const goTo = async (typed: string): Promise<string> => {
      await vscode.commands.executeCommand('trail.goToTime', typed);
      return selected();
    };
    assert.equal(await goTo('2026-03-01T02:00:30Z'), '2026-03-01T02:01:00Z');
    assert.equal(await goTo('+1m'), '2026-03-01T02:02:00Z');
    assert.equal(await goTo('+61s'), '2026-03-01T02:30:00Z');
    assert.equal(await goTo('+1d'), '2026-03-01T02:30:00Z');
    assert.equal(await goTo('-30m'), '2026-03-01T02:00:00Z');
    assert.equal(await goTo('02:02 UTC'), '2026-03-01T02:02:00Z');
    assert.equal(await goTo('nonsense'), '2026-03-01T02:02:00Z');
  });

  it('goes through the events of a log that is in no document', async () => {
    const lines = EVENTS.map((changes) => eventLine(changes)).join('\n');
    const name = 'Actiontrail_cn-hangzhou_20260301020000_1002_4_900_0123456789abcdef0123456789abcdef.gz';
    await vscode.commands.executeCommand('trail.openFolder', folderWith({ [name]: gzipSync(lines) }));
    await activeEditor('the summary', ({ uri }) => uri.scheme === 'trail-summary');
    await actUntil(
      'the first event',
      () => vscode.commands.executeCommand('trail.nextEvent'),
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'trail-event',
    );
    assert.equal(await run('trail.nextEvent'), 'B');
    assert.equal(await run('trail.nextFailure'), 'Denied');
    assert.equal(await run('trail.previousOfAccount'), '1234567890123456');
    assert.equal(await run('trail.previousEvent'), 'A');
    await vscode.commands.executeCommand('trail.goToTime', '+30m');
    assert.equal(selected(), '2026-03-01T02:30:00Z');
    assert.equal(editor().document.languageId, 'trail-json');
  });

  it('has keys that are nobody else’s', async () => {
    const defaults = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const text = defaults.getText();
    const keys = [...text.matchAll(/"key":\s*"((?:[^"\\]|\\.)*)",\s*"command":\s*"([^"]*)"/g)];
    assert.ok(keys.length > 500, String(keys.length));
    const clashes = keys.filter(([, key = '', command = '']) => key.startsWith("ctrl+'") && !command.startsWith('trail.'));
    assert.deepEqual(
      clashes.map(([whole]) => whole),
      [],
    );
  });
});
