import * as vscode from 'vscode';
import { activeInput } from '../workspace/activeInput';
import { type ExplorerInput } from '../workspace/input';
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
  return vscode.Disposable.from(
    ...DIRECTIONS.flatMap((direction) => [
      ...kinds.map(([kind, name]) =>
        registerCommand(`trail.${direction}${name}`, () => go(activeInput(services), kind, direction)),
      ),
      registerCommand(`trail.${direction}Finding`, () => goToFinding(services.trails.active, direction)),
    ]),
    registerCommand('trail.goToTime', (typed?: unknown) => goToTime(activeInput(services), typed)),
  );
}

async function go(input: ExplorerInput | undefined, kind: TargetKind, direction: Direction): Promise<void> {
  if (input === undefined) return;
  const from = input.position();
  const target = targetOf(kind, input.trail, from);
  if (target === undefined) say(vscode.l10n.t('The cursor is in no event.'));
  else await follow(input, target, from, direction, false);
}

/** Goes from a row to the nearest event of a name (by its code) in one direction, selects its name and says which one it is. */
export async function goToOccurrence(
  input: ExplorerInput,
  code: number,
  from: number,
  direction: Direction,
  preserveFocus: boolean,
): Promise<void> {
  await follow(input, withCode(input.trail, Column.EventName, code, ['eventName']), from, direction, preserveFocus);
}

async function follow(
  input: ExplorerInput,
  target: Target,
  from: number,
  direction: Direction,
  preserveFocus: boolean,
): Promise<void> {
  const found = nearestEvent(input.trail, target.holds, from, direction);
  if (found === undefined) {
    say(target.sayNone());
    return;
  }
  await input.reveal(found.row, { preserveFocus, member: target.member });
  say(target.say(found));
}
