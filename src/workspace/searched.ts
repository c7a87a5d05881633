import type * as vscode from 'vscode';
import { type Trail } from '../trail/trail';
import { isDerived } from './language';
import { type Logs } from './logs';
import { type OpenLog } from './openLog';
import { type Trails } from './trails';

/** An open log in which something is looked for, as it is now. */
export interface Searched {
  readonly log: OpenLog;
  readonly trail: Trail;
  /** Its row that is looked at as a document already; -1 where there is none. */
  readonly own: number;
  /** Whether the log is still what it was. */
  readonly isUnchanged: () => boolean;
}

/** The logs that are open: that of a document first, also where it is a single event, then the other documents, then those that are in none. */
export function searchedFrom(
  { trails, logs }: { readonly trails: Trails; readonly logs: Logs },
  document: vscode.TextDocument,
): readonly Searched[] {
  const own = isDerived(document.uri) ? undefined : trails.get(document);
  const others = logs.shown.filter((log) => log !== own);
  return (own === undefined ? others : [own, ...others]).map((log) => ({
    log,
    trail: log.trail,
    own: log === own ? -1 : log.rowShownAt(document.uri),
    isUnchanged: log.watch(),
  }));
}
