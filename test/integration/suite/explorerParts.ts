import { join } from 'node:path';
import { nodePlatform } from '../../../src/platform/node/platform';
import { CurrentLog } from '../../../src/workspace/currentLog';
import { EventsProvider } from '../../../src/explorer/eventsProvider';
import { type TreeNode } from '../../../src/explorer/node';
import { Preferences } from '../../../src/explorer/preferences';
import { stateOf } from '../../../src/explorer/state';
import { type Faults } from '../../../src/workspace/faults';
import { Filters } from '../../../src/workspace/filters';
import { GroupLimits } from '../../../src/workspace/groupLimits';
import { Logs } from '../../../src/workspace/logs';
import { Marks } from '../../../src/workspace/marks';
import { Sources } from '../../../src/workspace/sources';
import { Trails } from '../../../src/workspace/trails';
import { ROOT, told } from './documents';
import { Memory } from './memory';
import { until } from './wait';

/** The explorer's parts without its view, on the real editor and its documents. */
export class Explorer {
  readonly memory = new Memory();
  readonly trails: Trails;
  readonly sources: Sources;
  readonly logs: Logs;
  readonly current: CurrentLog;
  readonly preferences = new Preferences(this.memory);
  readonly filters = new Filters(this.memory);
  readonly marks = new Marks(this.memory);
  readonly groupLimits = new GroupLimits();
  readonly provider: EventsProvider;

  constructor(faults: Faults = told) {
    this.trails = new Trails(faults);
    this.sources = new Sources(nodePlatform(join(ROOT, 'dist')), this.trails, faults);
    this.logs = new Logs(this.trails, this.sources);
    this.current = new CurrentLog(this.logs);
    const { current, preferences, filters, marks, groupLimits } = this;
    this.provider = new EventsProvider(current, preferences, filters, marks, groupLimits, faults);
  }

  dispose(): void {
    const { provider, filters, marks, preferences, current, logs, sources, trails } = this;
    for (const part of [provider, filters, marks, preferences, current, logs, sources, trails]) part.dispose();
  }

  /** The tree once it shows the whole of the current log. */
  async ready(): Promise<void> {
    await until('a log', () => this.provider.log !== undefined);
    await until(
      'the whole log',
      () => this.provider.log?.trail.isComplete === true,
      () => this.provider.log?.trail.rows.size,
    );
    await this.provider.settled();
  }

  /** Nodes as `label (description)`. */
  shown(parent?: TreeNode): string[] {
    return this.provider.getChildren(parent).map((node) => {
      const { description } = this.provider.getTreeItem(node);
      return `${this.label(node)} (${String(description)})`;
    });
  }

  label(node: TreeNode): string {
    const { label } = this.provider.getTreeItem(node);
    return typeof label === 'string' ? label : '';
  }

  get state(): string {
    return stateOf(this.provider.log, this.provider.tree);
  }
}
