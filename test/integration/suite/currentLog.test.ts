import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { activeEditor, closeAll, event, eventLine, fileWith, folderWith, openTrail } from './documents';
import { actUntil, until } from './wait';

const NAMES = ['RunInstances', 'StopInstance', 'DeleteInstance'];

/** A folder of delivered objects, one event in each, a minute apart. */
function bucket(): vscode.Uri {
  const line = (name: string, at: number): string =>
    eventLine({ eventId: `"E${at}"`, eventName: `"${name}"`, eventTime: `"2026-03-02T01:0${at}:00Z"` });
  return folderWith(Object.fromEntries(NAMES.map((name, at) => [`${at}.jsonl`, line(name, at)])));
}

/** Opens a folder as a log, and the event of a minute in front of it. */
async function openEvent(folder: vscode.Uri, minute: number): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('trail.openFolder', folder);
  await vscode.commands.executeCommand('trail.goToTime', `2026-03-02T01:0${minute}:00Z`);
  return activeEditor('the event', ({ uri }) => uri.scheme === 'trail-event');
}

/** Exports what is proposed at each question: of a log with a filter the events that it lets through, as CSV. Gives the names of the events. */
async function exported(): Promise<readonly string[]> {
  const target = fileWith('old', '.out');
  const read = (): string => readFileSync(target.fsPath, 'utf8');
  let isOver = true;
  const start = (): void => {
    isOver = false;
    void vscode.commands.executeCommand('trail.export', { target }).then(() => (isOver = true));
  };
  await actUntil(
    'the export',
    () => {
      // A panel that comes up takes the focus, and with it the question away: it is asked again.
      if (isOver && read() === 'old') start();
      return vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    },
    () => isOver && read() !== 'old',
  );
  return NAMES.filter((name) => read().includes(name));
}

const overview = (): string | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('trail.overview'))?.label;

/** The redacted text of what `scope` says of the current log. */
async function redacted(scope: string): Promise<string> {
  await vscode.commands.executeCommand('trail.redact', { scope, quiet: true, kinds: ['accounts'] });
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  assert.ok(input instanceof vscode.TabInputTextDiff);
  return (await vscode.workspace.openTextDocument(input.modified)).getText();
}

describe('the current log', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is the folder that the tree shows while one of its events is in front: what its filter lets through is exported, and it is looked over', async () => {
    const folder = bucket();
    await openEvent(folder, 0);
    await vscode.commands.executeCommand('trail.filter', 'name:*Instance');
    assert.deepEqual(await exported(), ['StopInstance', 'DeleteInstance']);
    await vscode.commands.executeCommand('trail.openOverview');
    await until('its overview', () => overview()?.endsWith(basename(folder.fsPath)));
    assert.deepEqual(await exported(), ['StopInstance', 'DeleteInstance'], 'with the overview in front');
    await vscode.commands.executeCommand('trail.clearFilter');
  });

  it('is filtered by what the cursor is on in one of its events', async () => {
    const editor = await openEvent(bucket(), 1);
    const at = editor.document.positionAt(editor.document.getText().indexOf('StopInstance') + 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('trail.notThis');
    assert.deepEqual(await exported(), ['RunInstances', 'DeleteInstance']);
    await vscode.commands.executeCommand('trail.clearFilter');
  });

  it('gives one of its events to be redacted where that is in front', async () => {
    await openEvent(bucket(), 2);
    const text = await redacted('event');
    assert.match(text, /"eventName": "DeleteInstance"/);
    assert.doesNotMatch(text, /RunInstances|1234567890123456/);
  });

  it('is the log that a decoded view was made of, and the one that was shown last behind what is no log', async () => {
    const log = await openTrail(NAMES.map((name) => event({ eventName: `"${name}"` })).join('\n'));
    await vscode.window.showTextDocument(log, { preview: false });
    const other = await openTrail(event({ eventName: '"StartInstance"' }));
    await vscode.window.showTextDocument(other, { preview: false });
    await vscode.commands.executeCommand('trail.filter', 'name:StartInstance');
    const editor = await vscode.window.showTextDocument(log, { preview: false });
    const at = log.positionAt(log.getText().indexOf('StopInstance'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('trail.openDecoded');
    await activeEditor('the decoded event', ({ uri }) => uri.scheme === 'trail-decoded');
    await vscode.commands.executeCommand('trail.filter', 'name:*Instance');
    assert.deepEqual(await exported(), ['StopInstance', 'DeleteInstance'], 'with the decoded view in front');
    const one = await redacted('event');
    assert.match(one, /StopInstance/);
    assert.doesNotMatch(one, /DeleteInstance|1234567890123456/);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileWith('plain', '.md')), { preview: false });
    assert.deepEqual(await exported(), ['StopInstance', 'DeleteInstance'], 'behind a text that is no log');
    await vscode.commands.executeCommand('trail.clearFilter');
  });
});
