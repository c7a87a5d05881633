import * as vscode from 'vscode';
import { FIELDS, type FieldName } from '../../filter/field';
import { withTerm } from '../../filter/write';
import { countValues } from '../../trail/facets';
import { type Column } from '../../trail/row';
import { inSlices } from '../../trail/steps';
import { type Filters } from '../../workspace/filters';
import { type Log } from '../../workspace/log';
import { label } from '../label';
import { number } from '../words';
import { termOf } from './terms';
import { fieldWord } from './words';

const SLICE = 8;
/** Values of one field that are listed. */
const LISTED = 1_000;
/** Values that stand beside the name of a field. */
const SAMPLE = 3;

interface Facet {
  readonly field: FieldName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Shows the fields of a log with their most frequent values among the events that its filter lets through, and narrows the filter by one. */
export async function showFacets(log: Log, filters: Filters): Promise<void> {
  const facets = await facetsOf(log, filters);
  const field = await vscode.window.showQuickPick(
    facets.map((facet) => ({
      label: fieldWord(facet.field),
      description: vscode.l10n.t('{0} values', number(facet.values.length)),
      detail: facet.values
        .slice(0, SAMPLE)
        .map(({ value, count }) => `${shown(value)} (${number(count)})`)
        .join(', '),
      facet,
    })),
    { title: vscode.l10n.t('Facets'), matchOnDetail: true, placeHolder: vscode.l10n.t('Which field?') },
  );
  if (field !== undefined) await pickValue(field.facet, log, filters);
}

async function facetsOf(log: Log, filters: Filters): Promise<readonly Facet[]> {
  const { trail } = log;
  const filter = filters.of(log);
  const holds = filter.isEmpty ? undefined : filter.matcher(trail);
  const facets: Facet[] = [];
  for (const { name, source } of FIELDS) {
    if (source.from !== 'column') continue;
    const counts = await inSlices(countValues(trail, source.column, holds), () => log.trail !== trail, SLICE);
    if (counts !== undefined)
      facets.push({ field: name, values: counts.map(({ code, count }) => valueOf(log, source.column, code, count)) });
  }
  return facets;
}

function valueOf({ trail }: Log, column: Column, code: number, count: number): Facet['values'][number] {
  return { value: trail.dictionary(column).decode(code), count };
}

/** One value narrows the filter to it; the button beside it takes it out. */
async function pickValue({ field, values }: Facet, log: Log, filters: Filters): Promise<void> {
  const not: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('exclude'), tooltip: vscode.l10n.t('Not this') };
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: string }>();
  pick.title = fieldWord(field);
  pick.placeholder = vscode.l10n.t('Only this');
  pick.items = values
    .slice(0, LISTED)
    .map(({ value, count }) => ({ label: shown(value), description: number(count), buttons: [not], value }));
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
  return label(value) || vscode.l10n.t('(empty)');
}
