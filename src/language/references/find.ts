import type * as vscode from 'vscode';
import { type Searched } from '../../workspace/searched';

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
export async function findReferences(
  logs: readonly Searched[],
  value: string,
  progress: Progress,
): Promise<References | undefined> {
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

  async in({ log, own, isUnchanged }: Searched, report: (share: number) => void): Promise<void> {
    const goesOn = (): boolean => {
      this.isStopped ||= this.progress.isStopped();
      return !this.isCut && !this.isStopped && !this.progress.isCancelled() && isUnchanged();
    };
    if (this.isStopped || this.isCut) return;
    // Of a document the whole text is there, however far it has been read.
    if (log.document === undefined && !log.trail.isComplete) this.unread.push(log.title);
    for await (const { locations, share, problems } of log.search({ value: this.value, except: own, goesOn })) {
      report(share);
      this.problems.push(...problems);
      this.isCut = this.locations.length + locations.length > MAX_REFERENCES;
      this.locations.push(...locations.slice(0, MAX_REFERENCES - this.locations.length));
    }
  }
}
