import { type OpenLog } from '../workspace/openLog';
import { type EventTree } from './eventTree';

/**
 * What there is to show: `trail.explorer.state` in `when` clauses, by which package.json chooses the words of the welcome view. `foreign-…` ends in what
 * the log is instead of a trail; `no-events` is a trail in which nothing happened.
 */
export type ExplorerState = 'none' | 'reading' | 'events' | 'no-events' | `foreign-${string}`;

export function stateOf(log: OpenLog | undefined, tree: EventTree | undefined): ExplorerState {
  if (log === undefined) return 'none';
  const isComplete = log.trail.isComplete && tree !== undefined;
  if (log.nature.isTrail) {
    if (tree !== undefined && tree.groups.size + tree.groups.hidden > 0) return 'events';
    return isComplete ? 'no-events' : 'reading';
  }
  return isComplete ? `foreign-${log.nature.foreign ?? 'none'}` : 'reading';
}
