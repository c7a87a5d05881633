import * as vscode from 'vscode';
import { tabbedUris } from '../workspace/tabs';

/**
 * Opens the document of a log again whose tab is there but was not looked at since the window was loaded: the editor reads it only then. What has no tab
 * stays closed, and so does what extensions get no text of: that is read as a file.
 */
export async function reopen(address: string): Promise<void> {
  if (!tabbedUris().has(address)) return;
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
  } catch {
    // The panel says that the log is not open, and has a button for it.
  }
}
