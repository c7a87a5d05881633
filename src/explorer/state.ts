import { type ExplorerInput } from '../workspace/input';
import { type EventTree } from './eventTree';

/**
 * What there is to show: `trail.explorer.state` in `when` clauses, by which package.json chooses the words of the welcome view. `foreign-…` ends in what
 * the log is instead of a trail; `no-events` is a trail in which nothing happened.
 */
export type ExplorerState = 'none' | 'reading' | 'events' | 'no-events' | `foreign-${string}`;

export function stateOf(input: ExplorerInput | undefined, tree: EventTree | undefined): ExplorerState {
  if (input === undefined) return 'none';
  const isComplete = input.trail.isComplete && tree !== undefined;
  if (input.nature.isTrail) {
    if (tree !== undefined && tree.groups.size + tree.groups.hidden > 0) return 'events';
    return isComplete ? 'no-events' : 'reading';
  }
  return isComplete ? `foreign-${input.nature.foreign ?? 'none'}` : 'reading';
}
