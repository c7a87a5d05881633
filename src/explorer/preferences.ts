import * as vscode from 'vscode';
import { type GroupRequest, type SortKey } from '../trail/groups';
import { Column } from '../trail/row';
import { Disposable } from '../workspace/disposable';

/** What the outermost groups are. */
export type Grouping = 'name' | 'account';

export const SORT_KEYS: readonly SortKey[] = ['count', 'failures', 'name', 'time'];

const COLUMNS: Readonly<Record<Grouping, readonly Column[]>> = {
  name: [Column.EventName, Column.Account],
  account: [Column.Account, Column.EventName],
};

/** The setting that says whether what a name means stands beside it. */
const MEANING = 'trail.explorer.meaning';
const GROUPING_KEY = 'trail.explorer.grouping';
const SORT_KEY = 'trail.explorer.sort';

/** How the user wants events to be grouped and sorted: remembered across windows, and told to menus as context keys. */
export class Preferences extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly looked = this.register(new vscode.EventEmitter<void>());
  /** Nodes look otherwise now; what is grouped and sorted stays. */
  readonly onDidChangeLook = this.looked.event;
  private grouping: Grouping;
  private sort: SortKey;

  constructor(private readonly memento: vscode.Memento) {
    super();
    this.grouping = memento.get<string>(GROUPING_KEY) === 'account' ? 'account' : 'name';
    const sort = memento.get<string>(SORT_KEY);
    this.sort = SORT_KEYS.find((key) => key === sort) ?? 'count';
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(MEANING)) this.looked.fire();
      }),
    );
    this.tell();
  }

  get withMeaning(): boolean {
    return vscode.workspace.getConfiguration().get(MEANING, true);
  }

  get request(): GroupRequest {
    return { by: COLUMNS[this.grouping], sort: this.sort };
  }

  async groupBy(grouping: Grouping): Promise<void> {
    if (this.grouping === grouping) return;
    this.grouping = grouping;
    this.tell();
    this.changed.fire();
    await this.memento.update(GROUPING_KEY, grouping);
  }

  async sortBy(sort: SortKey): Promise<void> {
    if (this.sort === sort) return;
    this.sort = sort;
    this.tell();
    this.changed.fire();
    await this.memento.update(SORT_KEY, sort);
  }

  private tell(): void {
    void vscode.commands.executeCommand('setContext', GROUPING_KEY, this.grouping);
    void vscode.commands.executeCommand('setContext', SORT_KEY, this.sort);
  }
}
