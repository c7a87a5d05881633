import * as vscode from 'vscode';
import { actorOf, isOf } from '../../trail/actor';
import { type Services } from '../../workspace/services';
import { memberPart } from '../../event/member';
import { eventAt } from './eventAt';
import { STEP, walkInSlices } from '../../trail/steps';
import { type Locate } from '../../workspace/openLog';
import { type Searched, searchedFrom } from '../../workspace/searched';
import { say } from '../../workspace/notices';

/** How far before and behind an event its story reaches, in ms. */
const AROUND = 300_000;
/** Events of a log that are listed at most. */
const MAX_EVENTS = 200;

const nameOf: Locate = (trail, row) => [memberPart(trail, row, ['eventName'])].filter((part) => part !== undefined);

/**
 * Shows, in the editor, what the actor of an event did within five minutes of it, in all open logs; gives the places that it shows. The event is that at a
 * place of a log, or else that at the cursor.
 */
export async function peekStory(services: Services, address?: unknown, offset?: unknown): Promise<readonly vscode.Location[]> {
  const place = eventAt(services, address, offset);
  if (place === undefined) return [];
  const { open, row } = place;
  const time = row < 0 ? NaN : open.trail.rows.time(row);
  if (row < 0 || !open.trail.isEvent(row)) {
    say(vscode.l10n.t('The cursor is in no event.'));
    return [];
  }
  if (Number.isNaN(time)) {
    say(vscode.l10n.t('This event has no time.'));
    return [];
  }
  const actor = actorOf(open.trail, row);
  const found: vscode.Location[] = [];
  let isCut = false;
  const collect = function* ({ log, trail, own }: Searched): Generator<void> {
    const isActor = isOf(trail, actor);
    let events = 0;
    for (let one = 0; one < trail.rows.size; one++) {
      if (one % STEP === 0) yield;
      if (!trail.isEvent(one) || !(Math.abs(trail.rows.time(one) - time) <= AROUND) || !isActor(one)) continue;
      if (events++ >= MAX_EVENTS) {
        isCut = true;
        return;
      }
      for (const { uri, range } of one === own ? [] : log.places(one, nameOf)) found.push(new vscode.Location(uri, range));
      yield;
    }
  };
  for (const one of searchedFrom(services, open.document)) await walkInSlices(collect(one), one.isUnchanged);
  if (found.length === 0) return [];
  if (found.length === 1) {
    say(vscode.l10n.t('This actor has no other event within 5 minutes.'));
    return found;
  }
  const [own] = nameOf(open.trail, row);
  const base = open.trail.rows.start(row);
  const position = open.document.positionAt(base + (own?.start ?? 0));
  await vscode.commands.executeCommand('editor.action.peekLocations', open.uri, position, found, 'peek');
  if (isCut) say(vscode.l10n.t('Only the first {0} events of a log are listed.', MAX_EVENTS));
  else say(vscode.l10n.t('{0} events of this actor within 5 minutes', found.length));
  return found;
}
