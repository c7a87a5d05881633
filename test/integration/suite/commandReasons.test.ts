import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the reason of a command that fails', () => {
  it('makes no link in the notification that VS Code shows of it', async () => {
    const address = vscode.Uri.file('/no such folder/[Fix now](command:workbench.action.quit).trail.json').toString(true);
    await assert.rejects(Promise.resolve(vscode.commands.executeCommand('trail.unescape', address, 0)), (error: Error) => {
      assert.match(error.message, /Fix now/);
      assert.doesNotMatch(error.message, /\]\(/);
      return true;
    });
  });
});
