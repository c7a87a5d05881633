import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { type Cursor, cursorInText } from '../workspace/cursor';
import { type OpenLog } from '../workspace/openLog';
import { type Direction, nearestEvent } from '../trail/occurrences';
import { Column } from '../trail/scan/row';
import { type Services } from '../workspace/services';
import { goToFinding } from './navigation/findings';
import { goToTime } from './navigation/goToTime';
import { type Target, type TargetKind, targetOf, withCode } from './navigation/targets';
import { say } from '../workspace/notices';
import { registerCommand } from '../workspace/command';

/** The commands without `next` or `previous` before them. */
const COMMANDS: Readonly<Record<TargetKind, string>> = {
  event: 'Event',
  name: 'Occurrence',
  account: 'OfAccount',
  failure: 'Failure',
};
const DIRECTIONS: readonly Direction[] = ['next', 'previous'];

/** Ways through a log: to the next and the previous event, one of the same name or account, failure and finding, and to a time. */
export function registerNavigation(services: Services): vscode.Disposable {
  const kinds = Object.entries(COMMANDS) as readonly (readonly [TargetKind, string])[];
  return together(
    ...DIRECTIONS.flatMap((direction) => [
      ...kinds.map(([kind, name]) =>
        registerCommand(services.faults, `trail.${direction}${name}`, () => go(cursorInText(services), kind, direction)),
      ),
      registerCommand(services.faults, `trail.${direction}Finding`, () => goToFinding(services.trails.active, direction)),
    ]),
    registerCommand(services.faults, 'trail.goToTime', (typed?: unknown) => goToTime(cursorInText(services), typed)),
  );
}

async function go(cursor: Cursor | undefined, kind: TargetKind, direction: Direction): Promise<void> {
  if (cursor === undefined) return;
  const { log, position: from } = cursor;
  const target = targetOf(kind, log.trail, from);
  if (target === undefined) say(vscode.l10n.t('The cursor is in no event.'));
  else await follow(log, target, from, direction, false);
}

/** Goes from a row to the nearest event of a name (by its code) in one direction, selects its name and says which one it is. */
export async function goToOccurrence(
  log: OpenLog,
  code: number,
  from: number,
  direction: Direction,
  preserveFocus: boolean,
): Promise<void> {
  await follow(log, withCode(log.trail, Column.EventName, code, ['eventName']), from, direction, preserveFocus);
}

async function follow(log: OpenLog, target: Target, from: number, direction: Direction, preserveFocus: boolean): Promise<void> {
  const found = nearestEvent(log.trail, target.holds, from, direction);
  if (found === undefined) {
    say(target.sayNone());
    return;
  }
  await log.reveal(found.row, { preserveFocus, member: target.member });
  say(target.say(found));
}
