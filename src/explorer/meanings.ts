import * as vscode from 'vscode';
import { meaningOf } from '../filter/meaning';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';

export { kindOf, meaningOf } from '../filter/meaning';

/** Rows that are looked at for the services of a group. */
const SAMPLE = 5_000;
/** Services of which the meaning is told. */
const SHOWN = 5;

/** The first row of each service: buy pages use the same names for every product. */
export function oneOfEachService(trail: Trail, rows: Uint32Array): readonly number[] {
  const firsts = new Map<number, number>();
  for (const row of rows.subarray(0, SAMPLE)) {
    const service = trail.rows.code(row, Column.ServiceName);
    if (!firsts.has(service)) firsts.set(service, row);
    if (firsts.size === SHOWN) break;
  }
  return [...firsts.values()];
}

/** What the events of some rows of one name mean, in the display language and without a full stop; more than one meaning where services share the name. */
export function shortMeaning(trail: Trail, rows: Uint32Array): string {
  const isChinese = vscode.env.language.startsWith('zh');
  const meanings = oneOfEachService(trail, rows).map((row) => {
    const entry = meaningOf(trail, row);
    return (isChinese ? entry.zh : entry.en).replace(/[.。]$/, '');
  });
  return [...new Set(meanings)].join(isChinese ? '；' : '; ');
}
