import type * as vscode from 'vscode';
import { activate as start } from './activate';

/** The entry in a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  start(context);
}
