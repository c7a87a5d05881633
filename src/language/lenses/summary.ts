import { type Bilingual } from '../../knowledge/bilingual';
import { type CatalogueEntry } from '../../knowledge/entry';
import { formatLocal } from '../../knowledge/times';
import { Column } from '../../trail/scan/row';
import { hasFailed } from '../../trail/group/failures';
import { type Trail } from '../../trail/trail';
import { iconText } from '../../words/iconText';
import { type Summary } from './line';

const MAX_VALUE = 60;
/** The mark of a failure: an icon of ours; the values around it cannot make one. */
const FAILED = '$(error) ';

/** An event in short, for a label that renders icons: when, who, what it means, where, and its error. */
export function summaryOf(trail: Trail, row: number, entry: CatalogueEntry, languages: readonly (keyof Bilingual)[]): Summary {
  const value = (column: Column): string => iconText(trail.value(row, column), MAX_VALUE);
  const time = trail.rows.time(row);
  return {
    time: Number.isNaN(time) ? '' : formatLocal(time),
    actor: value(Column.User) || value(Column.Account) || value(Column.IdentityType),
    meanings: trail.value(row, Column.EventName) === '' ? [] : meaningsIn(entry, languages),
    region: value(Column.Region),
    error: hasFailed(trail, row) ? FAILED + value(Column.ErrorCode) : '',
  };
}

/** A meaning in one or two languages. A derived one names the event beside it: its words are those of the name. */
export function meaningIn(entry: CatalogueEntry, languages: readonly (keyof Bilingual)[]): string {
  return meaningsIn(entry, languages).join(' / ');
}

function meaningsIn(entry: CatalogueEntry, languages: readonly (keyof Bilingual)[]): readonly string[] {
  return languages.map((language) => iconText(entry[language]).replace(/[.。]$/, '')).filter((text) => text !== '');
}
