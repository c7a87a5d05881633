import { type Filter } from '../filter/filter';
import { readResources } from '../filter/resource';
import { Derived } from '../trail/group/groupKeys';
import { groupEvents, type GroupRequest, type Groups } from '../trail/group/groups';
import { inSlices, type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';

/** How long grouping may hold the extension host at a time, in ms. */
const SLICE = 8;

/** Which events are grouped, and how. */
export interface Grouping {
  readonly request: GroupRequest;
  /** What the events must match. */
  readonly filter: Filter;
  /** Whether nobody wants the groups any more; asked after every pause. */
  readonly isStale: () => boolean;
}

/** The events of a trail in groups; undefined where they are not wanted any more. */
export async function groupedIn(trail: Trail, { request, filter, isStale }: Grouping): Promise<Groups | undefined> {
  return inSlices(grouped(trail, request, filter), isStale, SLICE);
}

/** Groups the events that a filter lets through; what no column holds is read first. */
function* grouped(trail: Trail, request: GroupRequest, filter: Filter): Steps<Groups | undefined> {
  if (request.by.includes(Derived.Resource) && !(yield* readResources(trail))) return undefined;
  return yield* groupEvents(trail, request, filter.isEmpty ? undefined : filter.on(trail));
}
