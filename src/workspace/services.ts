import type * as vscode from 'vscode';
import { type Trails } from './trails';

/** What features share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly trails: Trails;
}
