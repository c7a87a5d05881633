import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, eventLine, openTrail, ROOT } from './documents';
import { actUntil, until } from './wait';

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[];
    }[];
  };
}

describe('what was not understood', function () {
  afterEach(closeAll);

  it('is listed, and a choice goes there', async () => {
    const document = await openTrail(`${eventLine()}\nsome words\n${eventLine({ eventId: '"b"' })}\n`);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const shown = vscode.commands.executeCommand('trail.showNotUnderstood');
    await actUntil(
      'the choice to be taken',
      () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      () => editor.selection.active.line === 1,
    );
    await shown;
    assert.equal(document.getText(editor.selection).trim(), 'some words');
  });

  it('is nothing in a log that was understood: no list is shown', async () => {
    const document = await openTrail(eventLine());
    const editor = await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('trail.showNotUnderstood');
    assert.ok(editor.selection.isEmpty);
  });
});

describe('the walkthrough', function () {
  it('has four steps with pictures, and its buttons run commands that are there', async () => {
    const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.trail-log-inspector'));
    assert.ok(extension);
    await extension.activate();
    const [walkthrough] = (extension.packageJSON as Manifest).contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, 4);
    const known = new Set(await vscode.commands.getCommands());
    for (const { description, media } of walkthrough.steps) {
      assert.ok(existsSync(join(ROOT, media.svg)), media.svg);
      for (const [, command = ''] of description.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.has(command), command);
    }
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${walkthrough.id}`, false);
    await until('the walkthrough', () => (vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '') !== '');
    await closeAll();
  });
});
