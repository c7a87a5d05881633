import * as vscode from 'vscode';
import { reasonOf } from '../../platform/files';
import { findValue, spellingsOf } from '../../trail/search';
import { StringSource } from '../../trail/source';
import { walkInSlices } from '../../trail/steps';
import { type Log, shownEvent } from './logs';

/** References that are listed at most: a longer list helps nobody. */
export const MAX_REFERENCES = 5_000;

/** The places of a value in some logs, and why they may not be all. */
export interface References {
  readonly locations: readonly vscode.Location[];
  /** There are more. */
  readonly isCut: boolean;
  /** The user has stopped the search. */
  readonly isStopped: boolean;
  /** Logs that are still being read. */
  readonly unread: readonly string[];
  /** Why events could not be looked at. */
  readonly problems: readonly string[];
}

/** How a search goes on. */
export interface Progress {
  /** Nobody wants the result any more. */
  readonly isCancelled: () => boolean;
  /** What has been found so far is enough. */
  readonly isStopped: () => boolean;
  /** A share from 0 to 1. */
  readonly report: (share: number) => void;
}

/** Every place of a value in the logs, also inside escaped strings; undefined where the search was given up. */
export async function findReferences(logs: readonly Log[], value: string, progress: Progress): Promise<References | undefined> {
  const search = new Search(value, progress);
  for (const [index, log] of logs.entries()) {
    await search.in(log, (share) => {
      progress.report((index + share) / logs.length);
    });
    if (progress.isCancelled()) return undefined;
  }
  return search;
}

class Search implements References {
  readonly locations: vscode.Location[] = [];
  readonly unread: string[] = [];
  readonly problems: string[] = [];
  isCut = false;
  isStopped = false;

  constructor(
    private readonly value: string,
    private readonly progress: Progress,
  ) {}

  async in(log: Log, report: (share: number) => void): Promise<void> {
    const goesOn = (): boolean => {
      this.isStopped ||= this.progress.isStopped();
      return !this.isCut && !this.isStopped && !this.progress.isCancelled() && log.isUnchanged();
    };
    if (this.isStopped || this.isCut) return;
    const { source } = log;
    if (source === undefined) {
      await walkInSlices(this.document(log), goesOn);
      return;
    }
    if (!log.trail.isComplete) this.unread.push(source.title);
    for await (const { rows, share, problems } of source.search(spellingsOf(this.value), goesOn)) {
      report(share);
      this.problems.push(...problems);
      if (!(await walkInSlices(this.events(log, rows), goesOn))) return;
    }
  }

  /** Steps through the text of a document. */
  private *document({ open, trail }: Log): Generator<void> {
    if (open === undefined) return;
    for (const hit of findValue(trail.text, this.value)) {
      if (hit !== undefined && !this.add(open.uri, () => open.range(hit.start, hit.end))) return;
      yield;
    }
  }

  /** Steps through events of a log that is in no document: their places are those in the documents that show them. */
  private *events({ source, own }: Log, rows: readonly number[]): Generator<void> {
    if (source === undefined) return;
    for (const row of rows) {
      yield;
      if (row === own) continue;
      try {
        const { uri, text, range } = shownEvent(source, row);
        for (const hit of findValue(new StringSource(text), this.value))
          if (hit !== undefined && !this.add(uri, () => range(hit.start, hit.end))) return;
      } catch (error) {
        this.problems.push(reasonOf(error));
      }
    }
  }

  /** Takes a place; false where there is no room for it. */
  private add(uri: vscode.Uri, range: () => vscode.Range): boolean {
    this.isCut = this.locations.length >= MAX_REFERENCES;
    if (!this.isCut) this.locations.push(new vscode.Location(uri, range()));
    return !this.isCut;
  }
}
