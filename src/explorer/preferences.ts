import * as vscode from 'vscode';
import { type GroupRequest, type SortKey } from '../trail/group/groups';
import { Disposable } from '../workspace/disposable';
import { type Grouping, GROUPING_IDS, GROUPINGS } from './groupings';

export const SORT_KEYS: readonly SortKey[] = ['count', 'failures', 'name', 'time', 'last'];

const DEFAULT: Grouping = ['name', 'account'];

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
  /** One list as long as the grouping is the same: whoever groups compares it. */
  private by: GroupRequest['by'] = [];
  private chosen: Grouping;
  private sort: SortKey;

  constructor(private readonly memento: vscode.Memento) {
    super();
    this.chosen = readGrouping(memento.get<string>(GROUPING_KEY));
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

  get grouping(): Grouping {
    return this.chosen;
  }

  get request(): GroupRequest {
    return { by: this.by, sort: this.sort };
  }

  async groupBy(grouping: Grouping): Promise<void> {
    if (String(this.chosen) === String(grouping)) return;
    this.chosen = grouping;
    this.tell();
    this.changed.fire();
    await this.memento.update(GROUPING_KEY, grouping.join(' '));
  }

  async sortBy(sort: SortKey): Promise<void> {
    if (this.sort === sort) return;
    this.sort = sort;
    this.tell();
    this.changed.fire();
    await this.memento.update(SORT_KEY, sort);
  }

  private tell(): void {
    this.by = this.chosen.map((id) => GROUPINGS[id].key);
    void vscode.commands.executeCommand('setContext', GROUPING_KEY, this.chosen.join(' '));
    void vscode.commands.executeCommand('setContext', SORT_KEY, this.sort);
  }
}

/** What was remembered; an older version remembered the outer groups only. */
function readGrouping(text = ''): Grouping {
  if (text === 'account') return ['account', 'name'];
  const [outer, inner] = text.split(' ').map((id) => GROUPING_IDS.find((known) => known === id));
  return outer === undefined || inner === undefined || outer === inner ? DEFAULT : [outer, inner];
}
