import * as vscode from 'vscode';
import { isDerived } from './language';
import { type OpenLog } from './openLog';
import { type Services } from './services';

/** Where the cursor is. */
export interface Cursor {
  readonly log: OpenLog;
  /** The row that it is in; -1 where it is in none. */
  readonly row: number;
  /** The same; where it is between two rows, the half between their numbers. */
  readonly position: number;
}

type Parts = Pick<Services, 'current' | 'logs' | 'trails'>;

/**
 * The cursor in the current log. In a document that was made of a log it is at the place that this was made of; one that leads nowhere, such as a redacted
 * text, is read as a log of its own. Undefined where there is no log.
 */
export function cursorOf(parts: Parts): Cursor | undefined {
  return cursorAtOrigin(parts) ?? cursorInText(parts);
}

/** The cursor in the text of the active editor, also where that was made of a log; else that in the current log. */
export function cursorInText({ current, trails }: Parts): Cursor | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const log = (document && isDerived(document.uri) ? trails.get(document) : undefined) ?? current.log;
  return log && { log, row: log.selectedRow(), position: log.position() };
}

function cursorAtOrigin({ logs }: Parts): Cursor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const origin = logs.originOf({ uri: document.uri, offset: document.offsetAt(selection.active) });
  const log = origin && logs.of(origin.uri);
  if (origin === undefined || log === undefined) return undefined;
  const shown = log.rowShownAt(origin.uri);
  const row = shown < 0 ? log.trail.rowAt(origin.offset) : shown;
  return { log, row, position: row };
}

/** The row of a log whose event alone is in the active editor, as it is or decoded; -1 where it shows something else. */
export function rowAlone(logs: Services['logs'], log: OpenLog): number {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return -1;
  return log.rowShownAt(logs.originOf({ uri, offset: 0 })?.uri ?? uri);
}
