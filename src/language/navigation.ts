import * as vscode from 'vscode';
import { DocumentInput } from '../explorer/documentInput';
import { type ExplorerInput } from '../explorer/input';
import { occurrenceFrom } from '../trail/occurrences';
import { Column } from '../trail/row';
import { type Trail } from '../trail/trail';
import { type Services } from '../workspace/services';
import { memberOf } from './nodes';
import { rowEvent } from './rowEvent';
import { visible } from './visible';

export type Direction = 'next' | 'previous';

/** How long the status bar tells which occurrence it is, in ms. */
const SHOWN = 5_000;
const MAX_NAME = 60;

/** Goes to the next or previous event of the name that the cursor's event has. */
export function registerNavigation({ trails }: Services): vscode.Disposable {
  const go = (direction: Direction) => async (): Promise<void> => {
    const { active } = trails;
    if (active === undefined) return;
    const input = DocumentInput.of(active);
    const row = input.selectedRow();
    if (row < 0 || !input.trail.isEvent(row)) {
      say(vscode.l10n.t('The cursor is in no event.'));
      return;
    }
    await goToOccurrence(input, input.trail.rows.code(row, Column.EventName), row, direction, false);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('trail.nextOccurrence', go('next')),
    vscode.commands.registerCommand('trail.previousOccurrence', go('previous')),
  );
}

/** Goes from a row to the nearest event of a name in one direction, selects its name and says which one it is. */
export async function goToOccurrence(
  input: ExplorerInput,
  code: number,
  from: number,
  direction: Direction,
  preserveFocus: boolean,
): Promise<void> {
  const { trail } = input;
  const found = occurrenceFrom(trail, code, from, direction);
  if (found === undefined) return;
  const part = namePart(trail, found.row);
  await input.reveal(found.row, { preserveFocus, ...(part && { part }) });
  const name = visible(trail.dictionary(Column.EventName).decode(code), MAX_NAME);
  say(
    found.count === 1
      ? vscode.l10n.t('{0}: the only one in this log', name)
      : vscode.l10n.t('{0}: {1} of {2}', name, found.place, found.count),
  );
}

/** Where the event name stands in its row, without the quotes; undefined where that cannot be told. */
function namePart(trail: Trail, row: number): { start: number; end: number } | undefined {
  const event = rowEvent(trail, row);
  const value = event && memberOf(event.node, 'eventName');
  if (event === undefined || value?.type !== 'string' || value.length < 2) return undefined;
  const base = trail.rows.start(row);
  return { start: event.place(value.offset + 1) - base, end: event.place(value.offset + value.length - 1) - base };
}

function say(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN);
}
