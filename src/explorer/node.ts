import { type Bucket } from '../trail/group/buckets';
import { type Group } from '../trail/group/groups';
import { type EventFinding } from '../workspace/openLog';

interface Base {
  /** The same for the same thing after an edit, as far as that can be told. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
}

/** A value with the events that have it: an event name, an account. */
export interface GroupNode extends Base {
  readonly kind: 'group';
  readonly group: Group;
}

/** The groups of a list that are not told apart, since the log has too many: their events, in the order of time. */
export interface RestNode extends Base {
  readonly kind: 'rest';
  readonly group: Group;
}

/** A stretch of a list of groups that is too long to be shown. */
export interface StretchNode extends Base {
  readonly kind: 'stretch';
  /** The group whose list it is; undefined for the outermost groups. */
  readonly owner: Group | undefined;
  readonly from: number;
  readonly to: number;
}

/** Some of the events of a group: those of a span of time, or a stretch of the list. */
export interface SpanNode extends Base {
  readonly kind: 'span';
  readonly unit: Bucket['unit'];
  readonly start: number;
  /** Where its rows are in the rows of all groups. */
  readonly from: number;
  readonly to: number;
  /** The place of its first event in the group, counted from 0. */
  readonly offset: number;
}

export interface EventNode extends Base {
  readonly kind: 'event';
  readonly row: number;
}

/** What was found wrong in an event. */
export interface FindingNode extends Base {
  readonly kind: 'finding';
  readonly parent: EventNode;
  readonly finding: EventFinding;
}

/** Why not all of the log is there. */
export interface LimitNode extends Base {
  readonly kind: 'limit';
  readonly reason: string;
}

export type TreeNode = GroupNode | RestNode | StretchNode | SpanNode | EventNode | FindingNode | LimitNode;

/** The groups that a node lies in or is, outermost first. */
export function groupsOf(node: TreeNode | undefined): Group[] {
  const groups: Group[] = [];
  for (let at = node; at !== undefined; at = at.parent) if (at.kind === 'group') groups.unshift(at.group);
  return groups;
}
