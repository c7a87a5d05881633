import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { type Services } from '../workspace/services';
import { goToOccurrence } from '../language/navigation';
import { type SortKey } from '../trail/group/groups';
import { type Direction } from '../trail/occurrences';
import { Column } from '../trail/scan/row';
import { type EventsProvider } from './eventsProvider';
import { type EventsView, VIEW } from './eventsView';
import { eventOpener } from './eventOpener';
import { GROUPING_IDS, pickGrouping } from './groupings';
import { eventNameOf, OPEN } from './item';
import { type TreeNode } from './node';
import { type Preferences, SORT_KEYS } from './preferences';
import { registerCommand } from '../workspace/command';

/** The commands of the view. */
export function registerCommands(
  { faults }: Services,
  provider: EventsProvider,
  view: EventsView,
  preferences: Preferences,
): vscode.Disposable {
  const openEvent = eventOpener(provider);
  const target = (node: TreeNode | undefined): TreeNode | undefined => node ?? view.tree.selection[0];
  const copyValue = async (node?: TreeNode): Promise<void> => {
    const text = valueOf(target(node), provider);
    if (text !== undefined) await vscode.env.clipboard.writeText(text);
  };
  return together(
    registerCommand(faults, OPEN, (node?: TreeNode) => openEvent(target(node))),
    registerCommand(faults, 'trail.explorer.refresh', () => {
      provider.refresh();
    }),
    registerCommand(faults, 'trail.explorer.collapseAll', () =>
      vscode.commands.executeCommand(`workbench.actions.treeView.${VIEW}.collapseAll`),
    ),
    registerCommand(faults, 'trail.explorer.groupByName', () => preferences.groupBy(['name', 'account'])),
    registerCommand(faults, 'trail.explorer.groupByAccount', () => preferences.groupBy(['account', 'name'])),
    registerCommand(faults, 'trail.groupBy', async (outer?: unknown, inner?: unknown) => {
      const given = [outer, inner].map((one) => GROUPING_IDS.find((id) => id === one));
      const [first, second] = given;
      const chosen =
        first === undefined || second === undefined ? await pickGrouping(preferences.grouping) : ([first, second] as const);
      if (chosen !== undefined) await preferences.groupBy(chosen);
    }),
    ...SORT_KEYS.flatMap((key) =>
      sortCommands(key).map((command) => registerCommand(faults, command, () => preferences.sortBy(key))),
    ),
    registerCommand(faults, 'trail.explorer.nextOccurrence', (node?: TreeNode) => goFrom(target(node), provider, 'next')),
    registerCommand(faults, 'trail.explorer.previousOccurrence', (node?: TreeNode) => goFrom(target(node), provider, 'previous')),
    registerCommand(faults, 'trail.explorer.copyName', async (node?: TreeNode) => {
      const one = target(node);
      const { tree } = provider;
      const code = one && tree && eventNameOf(one, tree);
      if (code !== undefined && tree !== undefined)
        await vscode.env.clipboard.writeText(tree.trail.dictionary(Column.EventName).decode(code));
    }),
    registerCommand(faults, 'trail.explorer.copyValue', copyValue),
    registerCommand(faults, 'trail.explorer.copyEvent', copyValue),
  );
}

/** A menu cannot check a command of an extension: the one that is in force has a twin with a mark in its title. */
function sortCommands(key: SortKey): readonly string[] {
  const command = `trail.explorer.sortBy${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return [command, `${command}.checked`];
}

/** Goes to an occurrence of the event name that a node stands for: from its own event, else from the cursor. */
async function goFrom(node: TreeNode | undefined, provider: EventsProvider, direction: Direction): Promise<void> {
  const { log } = provider;
  const tree = await provider.settled();
  const current = node && tree?.counterpart(node);
  if (current === undefined || tree === undefined || log === undefined || provider.log !== log) return;
  const code = eventNameOf(current, tree);
  if (code === undefined) return;
  const from = current.kind === 'event' ? current.row : log.selectedRow();
  await goToOccurrence(log, code, from, direction, true);
}

/** What a node stands for: the value of a group as it is in the log, the text of an event. */
function valueOf(node: TreeNode | undefined, { tree }: EventsProvider): string | undefined {
  if (node === undefined || tree === undefined) return undefined;
  if (node.kind === 'group') return tree.value(node.group);
  return node.kind === 'event' ? tree.trail.recordText(node.row) : undefined;
}
