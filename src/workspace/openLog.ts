import type * as vscode from 'vscode';
import { type Part } from '../event/member';
import { type Groups } from '../trail/group/groups';
import { type Log } from '../trail/log';
import { type Nature } from '../trail/shape';
import { type Trail } from '../trail/trail';
import { type Grouping } from './grouped';

/**
 * An open log, wherever its text is: in a document, in a file beyond the editor's limit, in a folder of delivered objects. Features ask it; none asks of
 * which kind it is.
 */
export interface OpenLog extends Log {
  /** Tells it from all others of the session. */
  readonly key: string;
  /** Its address, by which it is known again when it is opened once more. */
  readonly uri: vscode.Uri;
  /** The name of the log, as its tab has it. */
  readonly title: string;
  /** The document that holds its whole text; not there where only single events are documents. */
  readonly document?: vscode.TextDocument;
  /** Whether the log is a trail, and what it is otherwise, as far as it has been read. */
  readonly nature: Nature;
  /** Counts up when rows come, go, or change in a column; not there where each change is one of those. */
  readonly arrangement?: number;
  /** Whether reading it failed, so that no more of it comes for now; not there where what was read is the whole of it then. */
  readonly hasFailed?: boolean;
  /** Rows were added or changed. */
  readonly onDidChange: vscode.Event<void>;
  /** The cursor moved. */
  readonly onDidSelect: vscode.Event<void>;
  /** What is found in a row is known now; not there where `eventFindings` gives nothing. */
  readonly onDidFind?: vscode.Event<number>;
  /** Says, whenever it is asked, whether places in the log are still what they are now. */
  watch(): () => boolean;
  /** The row under the cursor; -1 where there is none. */
  selectedRow(): number;
  /** The row at the cursor; where it is between two, the half between their numbers, so that both are behind and before it. */
  position(): number;
  /** The row whose event alone is the document of an address; -1 where that is something else. */
  rowShownAt(uri: vscode.Uri): number;
  /** Shows a row in the editor and selects it. Failures are told to the user. */
  reveal(row: number, options: RevealOptions): Promise<void>;
  /** Places in a row, of the parts that `locate` gives; the whole event where it gives none. */
  places(row: number, locate: Locate): readonly Place[];
  /** Looks for every place of a value, also inside escaped strings, in steps none of which holds the thread for long. */
  search(search: Search): AsyncGenerator<Found, void, undefined>;
  /** Its events in groups, wherever they are counted; undefined where they are not wanted any more. */
  group(grouping: Grouping): Promise<Groups | undefined>;
  /** Whether an event is known to have occurred before. */
  isDuplicate(row: number): boolean;
  /** Why not all of the log is there, a line each. */
  limits(): readonly string[];
  /** What was found in an event, where the editor shows it nowhere. */
  eventFindings(row: number): readonly EventFinding[];
}

/** What was found wrong in an event. Offsets count in what `reveal` shows of it. */
export interface EventFinding {
  readonly code: string;
  readonly message: string;
  readonly severity: vscode.DiagnosticSeverity;
  readonly start: number;
  readonly end: number;
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

/** Says which parts of a row are meant, in offsets from its start. */
export type Locate = (trail: Trail, row: number) => readonly Part[];

/** A place that the editor can go to, and the event around it. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly event: vscode.Range;
  readonly range: vscode.Range;
}

/** What is looked for in a log. */
export interface Search {
  readonly value: string;
  /** A row that is left out; -1 for none. */
  readonly except: number;
  /** Whether the search goes on; asked after every pause. */
  readonly goesOn: () => boolean;
}

/** What a step of a search gives. */
export interface Found {
  readonly locations: readonly vscode.Location[];
  /** How far the search has come; 0 to 1. */
  readonly share: number;
  /** Why some of the log could not be read. */
  readonly problems: readonly string[];
}
