import type * as vscode from 'vscode';
import { registerExplorer } from './explorer/explorer';
import { registerDiagnostics } from './language/diagnostics';
import { registerFixes } from './language/fixes';
import { registerNavigation } from './language/navigation';
import { registerUnescape } from './language/unescape';
import { registerDetection } from './language/detection';
import { registerFolding } from './language/folding';
import { registerFormatting } from './language/formatting';
import { registerHints } from './language/hints';
import { registerHover } from './language/hover';
import { registerLenses } from './language/lenses';
import { registerOutline } from './language/outline';
import { registerSelectionRanges } from './language/selectionRange';
import { registerStatus } from './language/status';
import { registerTooLarge } from './language/tooLarge';
import { type Services } from './workspace/services';
import { Trails } from './workspace/trails';

type Register = (services: Services) => vscode.Disposable;

/** Every feature of the extension, one line each. */
const FEATURES: readonly Register[] = [
  registerTooLarge,
  registerStatus,
  registerHover,
  registerDetection,
  registerDiagnostics,
  registerFixes,
  registerUnescape,
  registerExplorer,
  registerNavigation,
  registerOutline,
  registerFolding,
  registerSelectionRanges,
  registerFormatting,
  registerLenses,
  registerHints,
];

/** Starts the extension on either platform. */
export function activate(context: vscode.ExtensionContext): void {
  const trails = new Trails();
  const services: Services = { context, trails };
  context.subscriptions.push(trails, ...FEATURES.map((register) => register(services)));
}
