import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { noticeText } from '../words/notice';

/**
 * Registers a command. VS Code shows in a notification what a command fails with, and a reason may hold a name that others have chosen: it makes no link there.
 */
export function registerCommand(name: string, run: (...args: never[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...args: never[]): Promise<unknown> => {
    try {
      return await run(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) throw error;
      throw new Error(noticeText(reasonOf(error)), { cause: error });
    }
  });
}
