import * as vscode from 'vscode';
import { together } from '../../workspace/together';
import { type FaultLog } from '../../workspace/faultLog';
import { Filter } from '../../filter/filter';
import { withTerm } from '../../filter/write';
import { filterMessage } from '../../words/filterMessages';
import { TARGETS } from '../../share/query/query';
import { type Filters } from '../../workspace/filters';
import { titleOf } from '../../workspace/display';
import { type Logs } from '../../workspace/logs';
import { type OpenLog } from '../../workspace/openLog';
import { type Trails } from '../../workspace/trails';
import { type EventsProvider } from '../eventsProvider';
import { type EventsView } from '../eventsView';
import { type TreeNode } from '../node';
import { toggleDimming } from './dimming';
import { conditionAt } from '../../filter/atCursor';
import { type FieldText, termOf } from '../../filter/condition';
import { showFacets } from './facets';
import { openFiltered } from './filteredDocument';
import { History } from '../../workspace/filterHistory';
import { pickFilter } from '../../workspace/filterBox';
import { openQuery } from './query';
import { valuesOfGroups, valuesOfRow } from './terms';
import { valuesIn } from './values';
import { fieldWord } from '../../workspace/filterWords';
import { showInfo, showError, askText } from '../../workspace/notices';
import { registerCommand } from '../../workspace/command';
import { iconLabel } from '../../words/label';

export interface FilterParts {
  readonly filters: Filters;
  readonly trails: Trails;
  readonly logs: Logs;
  readonly provider: EventsProvider;
  readonly view: EventsView;
  readonly faults: FaultLog;
  readonly memento: vscode.Memento;
  /** Whether the cloud can be searched. */
  readonly hasCloud: boolean;
}

/** The commands that filter the events of the log that the explorer shows. */
export function registerFilterCommands({
  filters,
  trails,
  logs,
  provider,
  view,
  faults,
  memento,
  hasCloud,
}: FilterParts): vscode.Disposable {
  const history = new History(memento);
  const withLog = (act: (log: OpenLog) => unknown): unknown => {
    const { log } = provider;
    return log === undefined ? showInfo(vscode.l10n.t('Open a trail log first.')) : act(log);
  };
  const narrow = (log: OpenLog, value: FieldText, isNot: boolean): void => {
    filters.set(log, withTerm(filters.of(log).text, termOf(value, isNot)));
  };
  const narrowByNode = (isNot: boolean) => async (node?: TreeNode) => {
    const { tree, log } = provider;
    const chosen = node ?? view.tree.selection[0];
    if (tree === undefined || log === undefined || chosen === undefined) return;
    const values = chosen.kind === 'event' ? valuesOfRow(tree.trail, chosen.row) : valuesOfGroups(chosen, tree).slice(-1);
    const value = values.length > 1 ? await pickValue(values, isNot) : values[0];
    if (value !== undefined) narrow(log, value, isNot);
  };
  const narrowAt = (isNot: boolean) => (address?: unknown, offset?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const isLink = typeof address === 'string' && typeof offset === 'number';
    const document = isLink ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address) : editor?.document;
    const open = document && trails.get(document);
    // An event, or what was made of one, is of a log that has others: that is filtered.
    const log = document && logs.of(document.uri);
    if (open === undefined || log === undefined) return;
    const value = conditionAt(
      open.trail,
      isLink ? offset : open.document.offsetAt(editor?.selection.active ?? new vscode.Position(0, 0)),
    );
    if (value !== undefined) narrow(log, value, isNot);
  };
  return together(
    registerCommand(faults, 'trail.filter', (text?: unknown) =>
      withLog(async (log) => {
        const offers = { title: log.title, values: valuesIn(log.trail), history: history.all };
        const chosen = typeof text === 'string' ? text : await pickFilter({ ...offers, text: filters.of(log).text });
        if (chosen === undefined) return;
        const filter = filters.set(log, chosen);
        const [problem] = filter.problems;
        if (problem === undefined) await history.add(filter.text);
        else void showError(filterMessage(problem, filter.text, vscode.l10n.t));
      }),
    ),
    registerCommand(faults, 'trail.clearFilter', () => withLog((log) => filters.set(log, ''))),
    registerCommand(faults, 'trail.facets', () => withLog((log) => showFacets(log, filters))),
    registerCommand(faults, 'trail.openFiltered', () => withLog((log) => openFiltered(log, filters))),
    registerCommand(faults, 'trail.toggleDim', toggleDimming),
    registerCommand(faults, 'trail.query', async (text?: unknown, target?: unknown) => {
      const { log } = provider;
      const written = typeof text === 'string' ? text : await askFilter(log, log === undefined ? '' : filters.of(log).text);
      const filter = written === undefined ? undefined : Filter.parse(written);
      if (filter?.isValid === true)
        await openQuery(
          filter,
          log,
          hasCloud && vscode.workspace.isTrusted,
          TARGETS.find((one) => one === target),
        );
    }),
    registerCommand(faults, 'trail.explorer.only', narrowByNode(false)),
    registerCommand(faults, 'trail.explorer.not', narrowByNode(true)),
    registerCommand(faults, 'trail.onlyThis', narrowAt(false)),
    registerCommand(faults, 'trail.notThis', narrowAt(true)),
  );
}

/** The filter of a query: that of the log to begin with. */
function askFilter(log: OpenLog | undefined, value: string): Thenable<string | undefined> {
  const words = { title: titleOf(vscode.l10n.t('Write the Filter as a Query'), log), prompt: vscode.l10n.t('The filter') };
  return askText({ ...words, value }, (text) => {
    const [problem] = Filter.parse(text).problems;
    return problem && filterMessage(problem, text, vscode.l10n.t);
  });
}

async function pickValue(values: readonly FieldText[], isNot: boolean): Promise<FieldText | undefined> {
  const items = values.map((value) => ({ label: iconLabel(value.value), description: fieldWord(value.field), value }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: isNot ? vscode.l10n.t('Not this') : vscode.l10n.t('Only this'),
    matchOnDescription: true,
  });
  return chosen?.value;
}
