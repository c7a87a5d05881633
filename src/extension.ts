import type * as vscode from 'vscode';
import { activate as start } from './extension.web';
import { nodePlatform } from './platform/node/platform';

/** The entry in a Node extension host. It adds to that of a web worker, whose bundle it loads: the package holds everything else once. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, nodePlatform(__dirname));
}
