import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Trails } from '../../../src/workspace/trails';
import { closeAll, ROOT, told } from './documents';
import { until } from './wait';

/** What the extension says; it has its translations, this bundle may have none. */
const TITLE = process.env['TRAIL_TEST_LANGUAGE'] === 'zh-cn' ? '概览：' : 'Overview: ';

function overviews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('trail.overview')),
  );
}

async function show(name: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(join(ROOT, 'samples', name));
  await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One });
}

describe('overview', () => {
  afterEach(closeAll);

  it('opens beside the log, once, and follows the active editor @words', async () => {
    await show('flink.trail.json');
    await vscode.commands.executeCommand('trail.openOverview');
    await until('the panel', () => overviews().some(({ label }) => label === `${TITLE}flink.trail.json`));
    const [tab] = overviews();
    assert.notEqual(tab?.group.viewColumn, vscode.ViewColumn.One);
    await show('lookup-events.json');
    await until('the other log', () => overviews().some(({ label }) => label === `${TITLE}lookup-events.json`));
    await vscode.commands.executeCommand('trail.openOverview');
    assert.equal(overviews().length, 1);
  });

  it('stays with its log while no other is active @words', async () => {
    await show('flink.trail.json');
    await vscode.commands.executeCommand('trail.openOverview');
    await until('the panel', () => overviews().some(({ label }) => label === `${TITLE}flink.trail.json`));
    const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'no log' });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.One });
    assert.deepEqual(
      overviews().map(({ label }) => label),
      [`${TITLE}flink.trail.json`],
    );
  });

  it('is not covered by an event that it goes to: that opens in another group, and again there', async () => {
    const trails = new Trails(told);
    const document = await vscode.workspace.openTextDocument(join(ROOT, 'samples', 'flink.trail.json'));
    await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One });
    const panel = vscode.window.createWebviewPanel('trail.test', 'In front', vscode.ViewColumn.One);
    try {
      const open = trails.get(document);
      assert.ok(open);
      await open.whenReady();
      // Other views may show editors too.
      const shown = (): vscode.TextEditor[] => vscode.window.visibleTextEditors.filter((one) => one.document === document);
      await until('the panel in front of the log', () => shown().length === 0);
      for (let times = 0; times < 2; times++) {
        await open.reveal(0, { preserveFocus: true, uncovered: panel.viewColumn });
        const [editor, ...others] = shown();
        assert.deepEqual(others, []);
        assert.notEqual(editor?.viewColumn, panel.viewColumn);
        assert.ok(panel.visible);
        assert.equal(open.selectedRow(), 0);
      }
      assert.equal(vscode.window.tabGroups.all.length, 2);
    } finally {
      panel.dispose();
      trails.dispose();
    }
  });

  it('opens without a log', async () => {
    await vscode.commands.executeCommand('trail.openOverview');
    await until('the panel', () => overviews().length === 1);
  });

  it('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['trail.openOverview', 'trail.overview.save', 'trail.overview.copy'])
      assert.ok(commands.includes(command), command);
    // Without an active panel there is nothing to copy, and that is no failure.
    await vscode.commands.executeCommand('trail.overview.copy');
  });
});
