import { bucketsOf, MAX_SIBLINGS, stretches } from '../trail/group/buckets';
import { type Group, type Groups } from '../trail/group/groups';
import { codesBy, Derived, type GroupKey, valueBy } from '../trail/group/groupKeys';
import { type Trail } from '../trail/trail';
import { type Mark } from '../workspace/marks';
import { type EventFinding } from '../workspace/openLog';
import { type EventNode, type FindingNode, type GroupNode, type RestNode, type SpanNode, type TreeNode } from './node';

/** What is known of a log and its events besides the columns. */
interface GroupedLog {
  readonly key: string;
  readonly title: string;
  isDuplicate(row: number): boolean;
  eventFindings(row: number): readonly EventFinding[];
  limits(): readonly string[];
}

/** The nodes of grouped events, made when they are asked for and kept until the events are grouped again. */
export class EventTree {
  private readonly made = new Map<string, readonly TreeNode[]>();
  private readonly prefix: string;

  constructor(
    private readonly log: GroupedLog,
    readonly trail: Trail,
    readonly groups: Groups,
    /** What a reviewer thinks of an event. */
    readonly mark: (row: number) => Mark | undefined = () => undefined,
  ) {
    this.prefix = `${log.key}:${groups.request.by.join('-')}`;
  }

  /** What the events of a group have in common. */
  column({ level }: Group): GroupKey {
    return this.groups.request.by[level] as GroupKey;
  }

  /** The value that the events of a group have in common. */
  value(group: Group): string {
    const key = this.column(group);
    // A log that is one file.
    if (key === Derived.File && this.trail.text.files === undefined) return this.log.title;
    return valueBy(this.trail, key, this.groups.code(group));
  }

  /** The rows of a node, in the order of time within an innermost group. */
  rows(node: TreeNode): Uint32Array {
    const { groups } = this;
    if (node.kind === 'event') return Uint32Array.of(node.row);
    if (node.kind === 'span') return groups.rows.subarray(node.from, node.to);
    if (node.kind === 'group' || node.kind === 'rest') return groups.rowsOf(node.group);
    return new Uint32Array();
  }

  children(parent?: TreeNode): readonly TreeNode[] {
    const id = parent?.id ?? this.prefix;
    let children = this.made.get(id);
    if (children === undefined) this.made.set(id, (children = this.make(parent)));
    return children;
  }

  /** The node of a row; undefined where the row is in no group. */
  find(row: number): EventNode | undefined {
    const { groups, trail } = this;
    if (row < 0 || row >= trail.rows.size || !trail.isEvent(row)) return undefined;
    let parent: TreeNode | undefined;
    let outer: Group | undefined;
    for (const column of groups.request.by) {
      const group = groups.find(codesBy(trail, column)(row), outer) ?? groups.restIn(outer);
      if (group === undefined) return undefined;
      parent = this.findGroup(group, outer, parent);
      outer = group;
      if (groups.restOf(group) > 0) break;
    }
    if (outer === undefined || parent === undefined) return undefined;
    const index = groups.rowsOf(outer).indexOf(row);
    if (index < 0) return undefined;
    const place = groups.start(outer) + index;
    for (;;) {
      const next: TreeNode | undefined = this.children(parent).find(
        (child) =>
          (child.kind === 'span' && child.from <= place && place < child.to) || (child.kind === 'event' && child.row === row),
      );
      if (next?.kind === 'event') return next;
      if (next === undefined) return undefined;
      parent = next;
    }
  }

  /** The node that stands where a node of an older tree stood; undefined where there is none any more. */
  counterpart(node: TreeNode): TreeNode | undefined {
    const path: TreeNode[] = [];
    for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) path.unshift(at);
    let found: TreeNode | undefined;
    for (const { id } of path) {
      found = this.children(found).find((child) => child.id === id);
      if (found === undefined) return undefined;
    }
    return found;
  }

  private findGroup(group: Group, outer: Group | undefined, parent: TreeNode | undefined): GroupNode | RestNode | undefined {
    const place = this.groups.inside(outer).indexOf(group.index);
    for (let at = parent; ;) {
      const next: TreeNode | undefined = this.children(at).find(
        (child) =>
          ((child.kind === 'group' || child.kind === 'rest') && child.group.index === group.index) ||
          (child.kind === 'stretch' && child.from <= place && place < child.to),
      );
      if (next?.kind === 'group' || next?.kind === 'rest') return next;
      if (next === undefined) return undefined;
      at = next;
    }
  }

  private make(parent: TreeNode | undefined): readonly TreeNode[] {
    if (parent === undefined) return [...this.allGroupNodes(parent, undefined), ...this.limitNodes()];
    switch (parent.kind) {
      case 'group':
      case 'rest':
        if (this.groups.isOuter(parent.group)) return this.allGroupNodes(parent, parent.group);
        return this.eventNodes(parent, this.groups.start(parent.group), this.groups.count(parent.group), 0);
      case 'stretch':
        return this.groupNodes(parent, parent.owner, parent.from, parent.to);
      case 'span':
        return this.eventNodes(parent, parent.from, parent.to - parent.from, parent.offset);
      case 'event':
        return this.findingNodes(parent);
      case 'finding':
      case 'limit':
        return [];
    }
  }

  /** Whether an event occurred before. */
  isDuplicate(row: number): boolean {
    return this.log.isDuplicate(row);
  }

  /** Lets the nodes below a node be made again. */
  forget(node: TreeNode): void {
    this.made.delete(node.id);
  }

  private findingNodes(parent: EventNode): FindingNode[] {
    const findings = this.log.eventFindings(parent.row);
    return findings.map((finding, index) => ({ kind: 'finding', id: `${parent.id}/f${index}`, parent, finding }));
  }

  /** Why not all of the log is there: findings at the log, which may be in no document. */
  private limitNodes(): TreeNode[] {
    const reasons = this.log.limits();
    return reasons.map((reason, index) => ({ kind: 'limit', id: `${this.prefix}/l${index}`, parent: undefined, reason }));
  }

  /** The groups of a list; those that are not told apart stand behind the others. */
  private allGroupNodes(parent: TreeNode | undefined, owner: Group | undefined): TreeNode[] {
    const group = this.groups.restIn(owner);
    const { length } = this.groups.inside(owner);
    if (group === undefined) return this.groupNodes(parent, owner, 0, length);
    const id = `${parent?.id ?? this.prefix}/rest`;
    return [...this.groupNodes(parent, owner, 0, length - 1), { kind: 'rest', id, parent, group }];
  }

  private groupNodes(parent: TreeNode | undefined, owner: Group | undefined, from: number, to: number): TreeNode[] {
    const id = parent?.id ?? this.prefix;
    if (to - from > MAX_SIBLINGS)
      return stretches(to - from).map((bucket) => ({
        kind: 'stretch',
        id: `${id}/${from + bucket.from}+`,
        parent,
        owner,
        from: from + bucket.from,
        to: from + bucket.to,
      }));
    const level = owner === undefined ? 0 : owner.level + 1;
    return Array.from(this.groups.inside(owner).subarray(from, to), (index) => {
      const group = { level, index };
      return { kind: 'group', id: `${id}/${this.groups.code(group)}`, parent, group };
    });
  }

  private eventNodes(parent: GroupNode | RestNode | SpanNode, from: number, length: number, offset: number): TreeNode[] {
    const { rows } = this.trail;
    const row = (index: number): number => this.groups.rows[from + index] as number;
    const within = parent.kind === 'span' ? parent.unit : undefined;
    const buckets = bucketsOf(length, (index) => rows.time(row(index)), within);
    if (buckets !== undefined)
      return buckets.map((bucket) => ({
        kind: 'span',
        id: `${parent.id}/${bucket.unit}${bucket.unit === 'stretch' ? bucket.from : bucket.start}`,
        parent,
        unit: bucket.unit,
        start: bucket.start,
        from: from + bucket.from,
        to: from + bucket.to,
        offset: offset + bucket.from,
      }));
    const seen = new Map<number, number>();
    return Array.from({ length }, (_, index) => {
      const eventId = rows.eventId(row(index));
      const times = seen.get(eventId) ?? 0;
      seen.set(eventId, times + 1);
      return { kind: 'event', id: `${parent.id}/e${eventId}.${times}`, parent, row: row(index) };
    });
  }
}
