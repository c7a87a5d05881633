import type * as vscode from 'vscode';
import { type Nature } from '../trail/shape';
import { type Trail } from '../trail/trail';
import { type Log } from './log';

/** What was found wrong in an event. Offsets count in what `reveal` shows of it. */
export interface EventFinding {
  readonly code: string;
  readonly message: string;
  readonly severity: vscode.DiagnosticSeverity;
  readonly start: number;
  readonly end: number;
}

/** A log as the explorer needs it: an open document's, that of a file beyond the editor's limit, a folder of delivered objects. */
export interface ExplorerInput {
  /** Tells this input from all others of the session. */
  readonly key: string;
  /** The log itself: filters are of logs. */
  readonly log: Log;
  /** The name of the log, as its tab has it. */
  readonly title: string;
  readonly trail: Trail;
  /** Whether the log is a trail, and what it is otherwise, as far as it has been read. */
  readonly nature: Nature;
  /** Counts up when rows come, go, or change in a column; not there where each change is one of those. */
  readonly arrangement?: number;
  /** Rows were added or changed. */
  readonly onDidChange: vscode.Event<void>;
  /** The cursor moved. */
  readonly onDidSelect: vscode.Event<void>;
  /** The row under the cursor; -1 where there is none. */
  selectedRow(): number;
  /** The row at the cursor; where it is between two, the half between their numbers, so that both are behind and before it. */
  position(): number;
  /** Whether an event occurred before; not there where nobody knows. */
  readonly isDuplicate?: (row: number) => boolean;
  /** Why not all of the log is there, a line each. */
  readonly limits?: () => readonly string[];
  /** What was found in an event, where it is shown nowhere else. */
  readonly findings?: (row: number) => readonly EventFinding[];
  /** What is found in a row is known now. */
  readonly onDidFind?: vscode.Event<number>;
  /** Shows a row in the editor and selects it. */
  reveal(row: number, options: RevealOptions): Promise<void>;
}

export interface RevealOptions {
  /** Whether the keyboard focus stays where it is. */
  readonly preserveFocus: boolean;
  /** The part of the row to select, in offsets from its start; the whole without it. */
  readonly part?: { readonly start: number; readonly end: number };
  /** The column of what must stay visible: an event that no editor shows yet opens in another. */
  readonly uncovered?: vscode.ViewColumn | undefined;
  /** The member of the event whose value to select, where it has one: its path. */
  readonly member?: readonly string[];
}
