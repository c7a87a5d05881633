import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { EDITOR_LIMIT } from '../../../src/sources/limits';
import { EXPORT_SCHEME } from '../../../src/workspace/language';
import { closeAll, event, eventLine, openTrail } from './documents';
import { actUntil, until } from './wait';

const SECRET = /1234567890123456|192\.0\.2\.7/;
const LOG = `[\n  ${event({ eventName: '"CreateUser"' })},\n  ${event({ eventName: '"DeleteUser"' })}\n]\n`;
/** What no rule of a redaction knows, but looks like a key. */
const LEAK = 'a1B2c3D4e5F6g7H8i9J0k1L2m3';

const folder = mkdtempSync(join(tmpdir(), 'trail-redacted-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** The files of a test; nothing else is written there. */
const written = (): readonly string[] => readdirSync(folder).sort();
const targetOf = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));

/** Both sides of the comparison of an export, once it is shown. */
async function compared(): Promise<{ readonly before: string; readonly after: string }> {
  const shown = (side: 'original' | 'modified'): vscode.TextDocument | undefined => {
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    if (!(input instanceof vscode.TabInputTextDiff) || input.modified.scheme !== EXPORT_SCHEME) return undefined;
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input[side].toString());
  };
  await until('the comparison', () => shown('original') !== undefined && shown('modified') !== undefined);
  return { before: shown('original')?.getText() ?? '', after: shown('modified')?.getText() ?? '' };
}

/** Gives the list in front an answer, again and again until that has had its effect. */
async function answer(commands: readonly string[], what: string, isDone: () => boolean): Promise<void> {
  const give = async (): Promise<void> => {
    for (const command of commands) await vscode.commands.executeCommand(command);
  };
  await actUntil(what, give, isDone);
}

const ACCEPT = ['workbench.action.acceptSelectedQuickOpenItem'];
const SECOND = ['workbench.action.quickOpenSelectNext', ...ACCEPT];
const ESCAPE = ['workbench.action.closeQuickOpen'];

/** Starts a redacted export of the active log. */
function start(target: vscode.Uri, format: string): { readonly ended: Thenable<unknown>; readonly isDone: () => boolean } {
  let isDone = false;
  const ended = vscode.commands.executeCommand('trail.export', { format, redact: true, target }).then(() => {
    isDone = true;
  });
  return { ended, isDone: () => isDone };
}

async function show(text: string): Promise<void> {
  await vscode.window.showTextDocument(await openTrail(text));
}

const comparisons = (): number =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === EXPORT_SCHEME).length;

describe('a redacted export', () => {
  afterEach(async () => {
    await closeAll();
    for (const name of written()) rmSync(join(folder, name));
  });

  for (const format of ['json', 'jsonl', 'csv', 'tsv', 'markdown', 'html'])
    it(`as ${format} is compared with what it would be otherwise, and saved when the user says so`, async () => {
      await show(LOG);
      const target = targetOf(`log.${format}`);
      const { ended, isDone } = start(target, format);
      const { before, after } = await compared();
      assert.match(before, SECRET);
      assert.doesNotMatch(after, SECRET);
      assert.match(after, /CreateUser[^]*DeleteUser/);
      assert.ok(!existsSync(target.fsPath), 'the file has no name yet');
      assert.deepEqual(
        written().map((name) => name.split('.').at(-1)),
        ['part'],
      );
      await answer(ACCEPT, 'the export', isDone);
      await ended;
      assert.equal(readFileSync(target.fsPath, 'utf8'), after);
      assert.deepEqual(written(), [`log.${format}`]);
      assert.equal(comparisons(), 0);
    });

  it('leaves no file behind when the question is not answered', async () => {
    await show(LOG);
    const { ended, isDone } = start(targetOf('log.json'), 'json');
    await compared();
    await answer(ESCAPE, 'the end', isDone);
    await ended;
    assert.deepEqual(written(), []);
    assert.equal(comparisons(), 0);
  });

  it('keeps a file that was there before, unless it is saved', async () => {
    await show(LOG);
    const target = targetOf('log.json');
    writeFileSync(target.fsPath, 'old');
    const { ended, isDone } = start(target, 'json');
    await compared();
    await answer(ESCAPE, 'the end', isDone);
    await ended;
    assert.equal(readFileSync(target.fsPath, 'utf8'), 'old');
    assert.deepEqual(written(), ['log.json']);
  });

  it('lists what still looks like a secret before it asks', async () => {
    await show(`[\n  ${event({ note: `"see ${LEAK} there"` })}\n]\n`);
    const target = targetOf('log.json');
    const { ended, isDone } = start(target, 'json');
    await compared();
    const selected = (): string => {
      const { activeTextEditor: editor } = vscode.window;
      return editor?.document.uri.scheme === EXPORT_SCHEME ? editor.document.getText(editor.selection) : '';
    };
    await answer(ACCEPT, 'the place of the leak', () => selected() === LEAK);
    assert.ok(!existsSync(target.fsPath));
    await answer(SECOND, 'the export', isDone);
    await ended;
    assert.match(readFileSync(target.fsPath, 'utf8'), new RegExp(LEAK));
  });

  it('of a log beyond the limit of the editor shows the beginning', async () => {
    const log = targetOf('large.trail.jsonl');
    const line = `${eventLine()}\n`;
    const count = Math.ceil(EDITOR_LIMIT / line.length) + 100;
    writeFileSync(log.fsPath, line.repeat(count));
    await vscode.commands.executeCommand('vscode.open', log);
    const plain = targetOf('plain.jsonl');
    const isRead = (): boolean => existsSync(plain.fsPath) && readFileSync(plain.fsPath).length === count * line.length;
    await actUntil(
      'the log to be read',
      () => vscode.commands.executeCommand('trail.export', { format: 'jsonl', target: plain }),
      isRead,
    );
    const target = targetOf('redacted.jsonl');
    const { ended, isDone } = start(target, 'jsonl');
    const { before, after } = await compared();
    assert.ok(after.length > 500_000 && after.length <= 1_048_576, `${after.length} units are compared`);
    assert.equal(before, line.repeat(before.length / line.length));
    assert.equal(before.length, after.length);
    assert.doesNotMatch(after, SECRET);
    await answer(ACCEPT, 'the export', isDone);
    await ended;
    const saved = readFileSync(target.fsPath, 'utf8');
    assert.equal(saved.length, count * line.length);
    assert.ok(saved.startsWith(after));
    assert.doesNotMatch(saved, SECRET);
  });
});
