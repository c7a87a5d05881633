import * as vscode from 'vscode';
import { label } from '../words/label';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { type Figures } from './model/figures';
import { type Burst, type FirstSeen, type Mark } from './model/marks';
import { type ShownMark } from './model/shown';

/** A value takes no more than this of the text of a mark. */
const MAX_VALUE = 60;

/** The marks with why they are there. */
export function shownMarks(trail: Trail, figures: Figures, marks: readonly Mark[]): readonly ShownMark[] {
  return marks.map((mark) =>
    mark.kind === 'burst'
      ? { kind: mark.kind, bin: mark.bin, bins: mark.bins, text: burstText(trail, figures, mark) }
      : { kind: mark.kind, bin: mark.bin, bins: 1, text: firstText(trail, mark) },
  );
}

function burstText(trail: Trail, { facets: { name } }: Figures, burst: Burst): string {
  const { t } = vscode.l10n;
  const count = burst.count.toLocaleString(vscode.env.language);
  const usual = burst.usual.toLocaleString(vscode.env.language);
  const code = name.codes[burst.name];
  const most = code === undefined ? '' : short(trail.dictionary(Column.EventName).decode(code));
  if (burst.of === 'failures')
    return most === ''
      ? t('Burst: {0} failures, usually {1}', count, usual)
      : t('Burst: {0} failures, usually {1}; most events are {2}', count, usual, most);
  return most === ''
    ? t('Burst: {0} events, usually {1}', count, usual)
    : t('Burst: {0} events, usually {1}; most are {2}', count, usual, most);
}

function firstText(trail: Trail, { values, count }: FirstSeen): string {
  const { t } = vscode.l10n;
  const said = values.map(({ column, code }) => {
    const value = short(trail.dictionary(column).decode(code));
    switch (column) {
      case Column.Account:
        return t('account {0}', value);
      case Column.AccessKey:
        return t('access key {0}', value);
      case Column.SourceAddress:
        return t('address {0}', value);
      default:
        return t('event {0}', value);
    }
  });
  const more = count - values.length;
  const all = said.join(t(', '));
  return more > 0
    ? t('First occurrence: {0}, and {1} more', all, more.toLocaleString(vscode.env.language))
    : t('First occurrence: {0}', all);
}

function short(value: string): string {
  const text = label(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
