import * as vscode from 'vscode';
import { Derived } from '../trail/group/groupKeys';
import { Disposable } from '../workspace/disposable';
import { type Faults } from '../workspace/faults';
import { type Filters } from '../workspace/filters';
import { type GroupLimits } from '../workspace/groupLimits';
import { type Marks } from '../workspace/marks';
import { Repeater } from '../workspace/repeater';
import { type CurrentLog } from '../workspace/currentLog';
import { EventTree } from './eventTree';
import { type OpenLog } from '../workspace/openLog';
import { itemOf } from './item';
import { type TreeNode } from './node';
import { type Preferences } from './preferences';
import { tooltipOf } from './tooltip';

/** Changes that come closer together are followed as one, in ms. */
const PAUSE = 100;
/** Reading goes on for so many times as long as grouping took: a large log must not take twice as long because its tree is shown. */
const SHARE = 5;

/** Gives the view its nodes: the events of the current log, grouped again whenever it changes. */
export class EventsProvider extends Disposable implements vscode.TreeDataProvider<TreeNode> {
  private readonly changed = this.register(new vscode.EventEmitter<TreeNode | undefined>());
  private readonly updated = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  /** The input is another one, or its groups have been made again. */
  readonly onDidUpdate = this.updated.event;
  private readonly worked = this.register(new vscode.EventEmitter<void>());
  /** `isBusy` may be another. */
  readonly onDidWork = this.worked.event;
  /** Ids of the nodes that the user opened: they are open again when their log comes back. */
  private readonly expanded = new Set<string>();
  private listeners: readonly (vscode.Disposable | undefined)[] = [];
  private made: EventTree | undefined;
  /** Counts what asked for groups, and up to where that has been answered. */
  private asked = 0;
  private answered = 0;
  /** What was asked for last when the groups that are being made were begun. */
  private doing = 0;
  /** The log's arrangement that the nodes were made of. */
  private arrangement: number | undefined;
  private readonly repeater = this.register(
    new Repeater(
      () => this.regroup(),
      (took) => (this.log?.trail.isComplete === false ? Math.max(PAUSE, SHARE * took) : PAUSE),
      (error) => {
        this.fail(error);
      },
    ),
  );
  private readonly waiting: { readonly goal: number; readonly resolve: () => void }[] = [];

  constructor(
    private readonly current: CurrentLog,
    private readonly preferences: Preferences,
    private readonly filters: Filters,
    private readonly marks: Marks,
    private readonly groupLimits: GroupLimits,
    private readonly faults: Faults,
  ) {
    super();
    this.register(
      current.onDidChange(() => {
        this.follow();
      }),
    );
    this.register(
      preferences.onDidChange(() => {
        this.refresh();
      }),
    );
    this.register(
      marks.onDidChange(() => {
        this.redraw();
      }),
    );
    this.register(
      filters.onDidChange((log) => {
        if (this.log === log) this.refresh();
      }),
    );
    this.register(
      preferences.onDidChangeLook(() => {
        this.redraw();
      }),
    );
    this.follow();
  }

  get log(): OpenLog | undefined {
    return this.current.log;
  }

  /** The nodes of the log as far as they have been made. */
  get tree(): EventTree | undefined {
    return this.made !== undefined && this.made.trail === this.log?.trail ? this.made : undefined;
  }

  /** Whether the log is still being read, or its events are being grouped. */
  get isBusy(): boolean {
    return (
      this.log !== undefined && (this.answered !== this.asked || !(this.log.trail.isComplete || this.log.hasFailed === true))
    );
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return this.made === undefined
      ? new vscode.TreeItem('')
      : itemOf(node, this.made, this.expanded.has(node.id), this.preferences.withMeaning);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return this.made === undefined || this.log?.nature.isTrail !== true ? [] : [...this.made.children(node)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = this.made && tooltipOf(node, this.made);
    return item;
  }

  /** Remembers that the user opened or closed a node. */
  setExpanded(node: TreeNode, isExpanded: boolean): void {
    if (isExpanded) this.expanded.add(node.id);
    else this.expanded.delete(node.id);
  }

  /** Lets the view ask anew how its nodes look. */
  redraw(): void {
    this.changed.fire(undefined);
  }

  /** Groups the events again now. */
  refresh(): void {
    this.asked++;
    this.worked.fire();
    this.repeater.now();
  }

  /** The nodes of the log as it is now, once they have been made. */
  async settled(): Promise<EventTree | undefined> {
    const goal = this.asked;
    if (this.answered < goal) {
      this.repeater.now();
      await new Promise<void>((resolve) => this.waiting.push({ goal, resolve }));
    }
    return this.tree;
  }

  override dispose(): void {
    this.unlisten();
    this.answered = this.asked;
    this.settle();
    super.dispose();
  }

  private follow(): void {
    this.unlisten();
    this.listeners = [
      this.log?.onDidChange(() => {
        if (this.isUpToDate()) return;
        this.asked++;
        this.worked.fire();
        this.repeater.soon();
      }),
      this.log?.onDidFind?.((row) => {
        const node = this.tree?.find(row);
        if (node === undefined) return;
        this.tree?.forget(node);
        this.changed.fire(node);
      }),
    ];
    // The nodes of the log before stay until those of the new one have been made: an empty view would flicker.
    if (this.log === undefined) this.show(undefined);
    this.refresh();
  }

  private unlisten(): void {
    for (const listener of this.listeners) listener?.dispose();
    this.listeners = [];
  }

  /** Whether a change of the log has changed nothing that the nodes are made of. What is grouped or filtered by text may change with any text. */
  private isUpToDate(): boolean {
    const { log } = this;
    return (
      log?.arrangement !== undefined &&
      log.arrangement === this.arrangement &&
      this.answered === this.asked &&
      this.tree !== undefined &&
      this.filters.of(log).isEmpty &&
      this.preferences.request.by.every((key) => key <= Derived.Hour)
    );
  }

  private async regroup(): Promise<void> {
    const { asked, log } = this;
    this.doing = asked;
    const arrangement = log?.arrangement;
    const tree = log === undefined ? undefined : await this.group(log);
    if (this.isDisposed) return;
    if (this.log === log && (tree !== undefined || log === undefined)) {
      this.answered = asked;
      this.arrangement = arrangement;
      this.show(tree);
    }
    this.settle();
    this.worked.fire();
    if (this.answered !== this.asked) this.repeater.soon();
  }

  /** There are no groups of what was asked for: nobody waits for them any longer, and the next change is followed again. */
  private fail(error: unknown): void {
    this.faults.tell(error);
    if (this.isDisposed) return;
    this.answered = Math.max(this.answered, this.doing);
    this.arrangement = undefined;
    this.show(undefined);
    this.settle();
    this.worked.fire();
    if (this.answered !== this.asked) this.repeater.soon();
  }

  /** Undefined where the result is not wanted any more. Rows that are only added do not matter: they are grouped the next time. */
  private async group(log: OpenLog): Promise<EventTree | undefined> {
    const { trail } = log;
    const { request } = this.preferences;
    const { version, isComplete } = trail;
    const filter = this.filters.of(log);
    const isStale = (): boolean =>
      this.isDisposed ||
      this.log !== log ||
      (isComplete && trail.version !== version) ||
      this.filters.of(log) !== filter ||
      this.preferences.request.by !== request.by ||
      this.preferences.request.sort !== request.sort;
    const groups = await log.group({ request, filter, isStale });
    return groups && new EventTree(log, trail, groups, (row) => this.marks.of(trail, row));
  }

  private show(tree: EventTree | undefined): void {
    this.made = tree;
    if (tree !== undefined && this.log !== undefined) this.groupLimits.set(this.log, tree.groups.untold);
    this.changed.fire(undefined);
    this.updated.fire();
  }

  private settle(): void {
    for (const waiting of this.waiting.splice(0)) {
      if (waiting.goal <= this.answered) waiting.resolve();
      else this.waiting.push(waiting);
    }
  }
}
