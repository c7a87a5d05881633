import { CurrentInput } from '../../../src/workspace/currentInput';
import { EventsProvider } from '../../../src/explorer/eventsProvider';
import { type TreeNode } from '../../../src/explorer/node';
import { Preferences } from '../../../src/explorer/preferences';
import { stateOf } from '../../../src/explorer/state';
import { Filters } from '../../../src/workspace/filters';
import { GroupLimits } from '../../../src/workspace/groupLimits';
import { Marks } from '../../../src/workspace/marks';
import { Trails } from '../../../src/workspace/trails';
import { Memory } from './memory';
import { until } from './wait';

/** The explorer's parts without its view, on the real editor and its documents. */
export class Explorer {
  readonly memory = new Memory();
  readonly trails = new Trails();
  readonly current = new CurrentInput(this.trails);
  readonly preferences = new Preferences(this.memory);
  readonly filters = new Filters(this.memory);
  readonly marks = new Marks(this.memory);
  readonly groupLimits = new GroupLimits();
  readonly provider = new EventsProvider(this.current, this.preferences, this.filters, this.marks, this.groupLimits);

  dispose(): void {
    for (const part of [this.provider, this.filters, this.marks, this.preferences, this.current, this.trails]) part.dispose();
  }

  /** The tree once it shows the whole of the current log. */
  async ready(): Promise<void> {
    await until('a log', () => this.provider.input !== undefined);
    await until(
      'the whole log',
      () => this.provider.input?.trail.isComplete === true,
      () => this.provider.input?.trail.rows.size,
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
    return stateOf(this.provider.input, this.provider.tree);
  }
}
