import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { type FaultLog } from './faultLog';
import { noticeText } from '../words/notice';

/**
 * Registers a command. What it fails with is logged; VS Code shows it in a notification. A reason may hold a name that others have chosen: it makes no link there.
 */
export function registerCommand(
  faults: Pick<FaultLog, 'log'>,
  name: string,
  run: (...args: never[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...args: never[]): Promise<unknown> => {
    try {
      return await run(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) throw error;
      faults.log(error);
      throw new Error(noticeText(reasonOf(error)), { cause: error });
    }
  });
}
