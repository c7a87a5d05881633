import type * as vscode from 'vscode';
import { activate as start } from './activate';
import { type Platform } from './platform/platform';
import { webPlatform } from './platform/web/platform';

/** The entry in a web worker; in a Node extension host that of Node calls it with its own platform. */
export function activate(context: vscode.ExtensionContext, platform: Platform = webPlatform): void {
  start(context, platform);
}
