import { isDerived } from './language';
import { type OpenSource } from './openSource';
import { type OpenTrail } from './openTrail';
import { type Sources } from './sources';
import { type Trails } from './trails';

/** A log that is open, in a document or without one. */
export type Log = OpenTrail | OpenSource;

interface Logs {
  readonly trails: Trails;
  readonly sources: Sources;
}

/**
 * The log of the active tab or, where that is no editor, of the editor that was used last: the document of a single event belongs to the log that the
 * event is of. Undefined where neither shows a log.
 */
export function logInFront({ trails, sources }: Logs): Log | undefined {
  const { active } = trails;
  return sources.active ?? (active && (sources.of(active.uri) ?? active));
}

/** The log that a command without an editor of its own is about: the one in front, else the one that was opened last. */
export function likelyLog(logs: Logs): Log | undefined {
  const front = logInFront(logs);
  if (front !== undefined && !isDerived(front.uri)) return front;
  const { trails, sources } = logs;
  return trails.all.findLast(({ uri }) => !isDerived(uri) && sources.of(uri) === undefined) ?? sources.all.at(-1);
}
