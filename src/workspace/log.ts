import { isDerived } from './language';
import { type OpenSource } from './openSource';
import { type OpenTrail } from './openTrail';
import { type Sources } from './sources';
import { type Trails } from './trails';

/** A log that is open, in a document or without one. */
export type Log = OpenTrail | OpenSource;

/** The log that a command without an editor of its own is about: the active one, else the one that was opened last. */
export function likelyLog({ trails, sources }: { readonly trails: Trails; readonly sources: Sources }): Log | undefined {
  if (sources.active !== undefined) return sources.active;
  const { active } = trails;
  if (active !== undefined && !isDerived(active.uri)) return active;
  return trails.all.findLast(({ uri }) => !isDerived(uri)) ?? sources.all.at(-1);
}
