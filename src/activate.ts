import type * as vscode from 'vscode';
import { type Services } from './workspace/services';
import { Trails } from './workspace/trails';

type Register = (services: Services) => vscode.Disposable;

/** Every feature of the extension, one line each. */
const FEATURES: readonly Register[] = [];

/** Starts the extension on either platform. */
export function activate(context: vscode.ExtensionContext): void {
  const trails = new Trails();
  const services: Services = { context, trails };
  context.subscriptions.push(trails, ...FEATURES.map((register) => register(services)));
}
