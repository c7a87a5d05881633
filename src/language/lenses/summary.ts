import { type Bilingual } from '../../knowledge/bilingual';
import { type CatalogueEntry } from '../../knowledge/entry';
import { isSuccess } from '../../knowledge/errors';
import { formatLocal } from '../../knowledge/times';
import { Column } from '../../trail/row';
import { type Trail } from '../../trail/trail';
import { iconText } from '../iconText';

const SEPARATOR = ' · ';
const MAX_VALUE = 60;
/** The mark of a failure: an icon of ours; the values around it cannot make one. */
const FAILED = '$(error) ';

/**
 * An event in a line, for a label that renders icons: when, who, what it means, where, and its error. `2020-12-01 19:54:59 · root · Adds a vSwitch · cn-hangzhou`
 */
export function summaryOf(trail: Trail, row: number, entry: CatalogueEntry, languages: readonly (keyof Bilingual)[]): string {
  const value = (column: Column): string => iconText(trail.value(row, column), MAX_VALUE);
  const time = trail.rows.time(row);
  const error = trail.value(row, Column.ErrorCode);
  const parts = [
    Number.isNaN(time) ? '' : formatLocal(time),
    value(Column.User) || value(Column.Account) || value(Column.IdentityType),
    trail.value(row, Column.EventName) === '' ? '' : meaningIn(entry, languages),
    value(Column.Region),
    isSuccess(error) ? '' : FAILED + value(Column.ErrorCode),
  ];
  return parts.filter((part) => part !== '').join(SEPARATOR);
}

/** A meaning in one or two languages. A derived one names the event beside it: its words are those of the name. */
export function meaningIn(entry: CatalogueEntry, languages: readonly (keyof Bilingual)[]): string {
  return languages
    .map((language) => iconText(entry[language]).replace(/[.。]$/, ''))
    .filter((text) => text !== '')
    .join(' / ');
}
