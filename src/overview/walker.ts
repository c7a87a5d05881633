import * as vscode from 'vscode';
import { type OpenLog } from '../workspace/openLog';
import { formatLocal } from '../knowledge/times';
import { type Wanted } from './model/find';
import { type Reader, type Reading } from './reader';

/** Goes through events one after another: asked for the same ones again, it shows the next. */
export class Walker {
  private last: { readonly key: string; readonly row: number } | undefined;

  /** Shows an event of those that are meant, and says which; undefined where there is none. The focus stays in the panel, which is not covered. */
  async go(
    log: OpenLog,
    reader: Reader,
    { facts, trail }: Reading,
    wanted: Wanted,
    panel: vscode.ViewColumn | undefined,
  ): Promise<string | undefined> {
    const key = `${log.key} ${JSON.stringify(wanted)}`;
    const found = await reader.next(facts, wanted, this.last?.key === key ? this.last.row : -1);
    if (found === undefined) return undefined;
    this.last = { key, row: found.row };
    await log.reveal(found.row, { preserveFocus: true, uncovered: panel });
    const time = trail.rows.time(found.row);
    const when = Number.isNaN(time) ? '' : formatLocal(time);
    return vscode.l10n.t('Event {0} of {1}: {2}', found.place, found.count, when);
  }
}
