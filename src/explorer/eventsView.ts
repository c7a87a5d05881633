import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { type Filters } from '../workspace/filters';
import { type EventsProvider } from './eventsProvider';
import { type TreeNode } from './node';
import { type ExplorerState, stateOf } from './state';
import { label } from '../words/label';
import { eventCount, numberOf } from '../workspace/display';
import { eventsShown, failureCount, joined } from './words';

export const VIEW = 'trail.events';
/** A log that is read faster than this is not announced, in ms. */
const PATIENCE = 300;

/** The view: its tree, what stands in its title, and which welcome it shows. */
export class EventsView extends Disposable {
  readonly tree: vscode.TreeView<TreeNode>;
  private state: ExplorerState | undefined;
  private isFiltered: boolean | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly provider: EventsProvider,
    private readonly filters: Filters,
  ) {
    super();
    this.tree = this.register(vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true }));
    this.register(
      this.tree.onDidExpandElement(({ element }) => {
        provider.setExpanded(element, true);
      }),
    );
    this.register(
      this.tree.onDidCollapseElement(({ element }) => {
        provider.setExpanded(element, false);
      }),
    );
    this.register(
      provider.onDidUpdate(() => {
        this.update();
      }),
    );
    this.update();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private update(): void {
    const { log, tree } = this.provider;
    const state = stateOf(log, tree);
    // The title of a container's only view has no room for a description: the summary stands above the tree.
    if (state === 'events') this.tree.message = this.summary();
    const isFiltered = log !== undefined && !this.filters.of(log).isEmpty;
    if (isFiltered !== this.isFiltered) {
      this.isFiltered = isFiltered;
      void vscode.commands.executeCommand('setContext', 'trail.explorer.filtered', isFiltered);
    }
    if (state === this.state) return;
    this.state = state;
    clearTimeout(this.timer);
    if (state !== 'events') this.tree.message = '';
    if (state === 'reading')
      this.timer = setTimeout(() => {
        this.tree.message = vscode.l10n.t('Reading the log…');
      }, PATIENCE);
    void vscode.commands.executeCommand('setContext', 'trail.explorer.state', state);
  }

  private summary(): string {
    const { log, tree } = this.provider;
    if (log === undefined || tree === undefined) return '';
    const { trail, groups } = tree;
    const progress = trail.isComplete
      ? ''
      : vscode.l10n.t('{0}% read', numberOf(Math.floor((trail.reached / trail.text.length) * 100)));
    const { text, isEmpty } = this.filters.of(log);
    const count = isEmpty ? eventCount(groups.size) : eventsShown(groups.size, groups.hidden);
    const limits = log.limits();
    const { untold } = groups;
    const rest = untold === 0 ? '' : vscode.l10n.t('{0} groups shown as one', numberOf(untold));
    return joined(label(log.title), count, failureCount(groups.failures), progress, rest, ...limits, label(text));
  }
}
