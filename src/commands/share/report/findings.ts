import { Budget, type RowFindings } from '../../../checks/budget';
import { checkRow } from '../../../checks/check';
import { DEFAULT_SEVERITY, type FindingCode, type Severity } from '../../../checks/finding';
import { type Steps } from '../../../trail/steps';
import { type Trail } from '../../../trail/trail';
import { messageOf, type Translate } from '../../../words/messages';
import { type FindingCount } from './sheet';

/** Counts the findings of a log by code, with the message of the first of each, in steps.. */
export function* findingsOf(
  trail: Trail<RowFindings>,
  has: ((row: number) => boolean) | undefined,
  t: Translate,
): Steps<readonly FindingCount[]> {
  const budget = new Budget();
  const first = new Map<FindingCode, string>();
  for (let row = 0; row < trail.rows.size; row++) {
    if (row % 64 === 0) yield;
    if (has?.(row) === false) continue;
    const known = trail.rows.note(row);
    if (known !== undefined) budget.count(known);
    for (const finding of (known ?? checkRow(trail, row, budget)).kept)
      if (!first.has(finding.code)) first.set(finding.code, messageOf(finding, t));
  }
  return [...budget.totals].map(([code, { kept, dropped }]) => ({
    code,
    severity: severityText(DEFAULT_SEVERITY[code], t),
    message: first.get(code) ?? '',
    count: kept + dropped,
  }));
}

function severityText(severity: Severity, t: Translate): string {
  switch (severity) {
    case 'error':
      return t('Error');
    case 'warning':
      return t('Warning');
    case 'information':
      return t('Information');
    case 'hint':
      return t('Hint');
    case 'off':
      return '';
  }
}
