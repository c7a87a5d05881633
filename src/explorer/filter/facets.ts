import * as vscode from 'vscode';
import { withTerm } from '../../filter/write';
import { reasonOf } from '../../platform/files';
import { inSlices } from '../../trail/steps';
import { type Filters } from '../../workspace/filters';
import { type OpenLog } from '../../workspace/openLog';
import { numberOf } from '../../workspace/display';
import { termOf } from '../../filter/condition';
import { type Facet, facetFields, facetOf } from './facetValues';
import { fieldWord } from '../../workspace/filterWords';
import { showError } from '../../workspace/notices';
import { visible } from '../../words/visible';
import { iconLabel } from '../../words/label';

const SLICE = 8;
/** Values of one field that are listed. */
const LISTED = 1_000;
/** Values that stand beside the name of a field. */
const SAMPLE = 3;

interface Item extends vscode.QuickPickItem {
  readonly facet: Facet;
}

/** Shows the fields of a log with their most frequent values among the events that its filter lets through, and narrows the filter by one. */
export async function showFacets(log: OpenLog, filters: Filters): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Facets');
  pick.placeholder = vscode.l10n.t('Which field?');
  pick.matchOnDetail = true;
  pick.busy = true;
  let isOpen = true;
  const chosen = new Promise<Facet | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined) resolve(item.facet);
    });
    pick.onDidHide(() => {
      isOpen = false;
      resolve(undefined);
    });
  });
  pick.show();
  const counted = count(log, filters, pick, () => isOpen).catch((error: unknown) => {
    pick.hide();
    void showError(vscode.l10n.t('The event cannot be read: {0}', visible(reasonOf(error))));
  });
  const facet = await chosen;
  pick.dispose();
  isOpen = false;
  await counted;
  if (facet !== undefined) await pickValue(facet, log, filters);
}

/** Counts the values of every field and lists the fields: those whose values must be read from the text come when they have been. */
async function count(log: OpenLog, filters: Filters, pick: vscode.QuickPick<Item>, isOpen: () => boolean): Promise<void> {
  const { trail } = log;
  const isStale = (): boolean => !isOpen() || log.trail !== trail;
  const holds = filters.of(log).isEmpty ? undefined : await matching(log, filters);
  const items: Item[] = [];
  for (const field of facetFields(trail)) {
    if (field === 'resource') show(pick, items);
    const facet = isStale() ? undefined : await inSlices(facetOf(trail, field, holds), isStale, SLICE);
    if (facet !== undefined) items.push(itemOf(facet));
  }
  if (!isOpen()) return;
  show(pick, items);
  pick.busy = false;
}

/** The rows that the filter of a log lets through; none where the log is another one by now. */
async function matching(log: OpenLog, filters: Filters): Promise<(row: number) => boolean> {
  const kept = new Uint8Array(log.trail.rows.size);
  for (const row of (await filters.matches(log))?.rows ?? []) kept[row] = 1;
  return (row) => kept[row] === 1;
}

/** Lists items; what the user is at stays what he is at. */
function show(pick: vscode.QuickPick<Item>, items: readonly Item[]): void {
  const { activeItems } = pick;
  pick.items = [...items];
  if (activeItems.length > 0) pick.activeItems = activeItems;
}

function itemOf(facet: Facet): Item {
  return {
    label: fieldWord(facet.field),
    description: vscode.l10n.t('{0} values', numberOf(facet.values.length)),
    detail: facet.values
      .slice(0, SAMPLE)
      .map(({ value, count: events }) => `${shown(value)} (${numberOf(events)})`)
      .join(', '),
    facet,
  };
}

/** One value narrows the filter to it; the button beside it takes it out. */
async function pickValue({ field, values }: Facet, log: OpenLog, filters: Filters): Promise<void> {
  const not: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('exclude'), tooltip: vscode.l10n.t('Not this') };
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: string }>();
  pick.title = fieldWord(field);
  pick.placeholder = vscode.l10n.t('Only this');
  pick.items = values
    .slice(0, LISTED)
    .map(({ value, count: events }) => ({ label: shown(value), description: numberOf(events), buttons: [not], value }));
  const narrow = (value: string, isNot: boolean): void => {
    filters.set(log, withTerm(filters.of(log).text, termOf({ field, value }, isNot)));
    pick.hide();
  };
  await new Promise<void>((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined) narrow(item.value, false);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      narrow(item.value, true);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
    pick.show();
  });
}

function shown(value: string): string {
  return iconLabel(value) || vscode.l10n.t('(empty)');
}
