import * as vscode from 'vscode';
import { type Cursor } from '../../workspace/cursor';
import { type OpenLog } from '../../workspace/openLog';
import { type Moment, type MomentProblem, readMoment } from '../../knowledge/moment';
import { formatLocal, formatUtc, offsetOf } from '../../knowledge/times';
import { eventAtTime } from '../../trail/moments';
import { type Trail } from '../../trail/trail';
import { say, createAsking } from '../../workspace/notices';

const EXAMPLES = '2026-03-01 10:00 · 10:00:05 UTC · -15m · +1h30m';

/** Asks for a time, says while it is typed what is understood, and goes to the first event from then on. A key may be bound with the text as its argument. */
export async function goToTime(cursor: Cursor | undefined, typed?: unknown): Promise<void> {
  if (cursor === undefined) return;
  const { log, position: from } = cursor;
  const time = from >= 0 && Number.isInteger(from) ? log.trail.rows.time(from) : NaN;
  const base = Number.isNaN(time) ? undefined : time;
  const given = typeof typed === 'string' ? readMoment(typed, base) : await ask(log, base);
  if (typeof given === 'string') {
    say(problem(given));
    return;
  }
  const found = given && eventAtTime(log.trail, given.ms);
  if (found === undefined) return;
  await log.reveal(found.row, { preserveFocus: false, member: ['eventTime'] });
  say(
    found.isAfter
      ? vscode.l10n.t('The first event from this time on: {0}', formatLocal(found.time))
      : vscode.l10n.t('The log ends before this time; its last event: {0}', formatLocal(found.time)),
  );
}

function ask(log: OpenLog, base: number | undefined): Promise<Moment | undefined> {
  const { box, tell } = createAsking({
    title: vscode.l10n.t('Go to Time'),
    placeholder: EXAMPLES,
    prompt: vscode.l10n.t('A date and time, local or with UTC behind it, or a distance from the event at the cursor'),
  });
  box.value = base === undefined ? '' : formatLocal(base);
  return new Promise((resolve) => {
    const settle = (moment: Moment | undefined): void => {
      resolve(moment);
      box.dispose();
    };
    const read = (): Moment | undefined => {
      const moment = readMoment(box.value, base);
      const isRead = typeof moment !== 'string';
      const { Error: Wrong, Info } = vscode.InputBoxValidationSeverity;
      if (moment === 'empty') tell('', Info);
      else tell(isRead ? understood(moment, log.trail) : problem(moment), isRead ? Info : Wrong);
      return isRead ? moment : undefined;
    };
    box.onDidChangeValue(read);
    box.onDidAccept(() => {
      const moment = read();
      if (moment !== undefined && eventAtTime(log.trail, moment.ms) !== undefined) settle(moment);
    });
    box.onDidHide(() => {
      settle(undefined);
    });
    read();
    box.show();
  });
}

/** What was understood and where it leads. */
function understood({ ms }: Moment, trail: Trail): string {
  const when = vscode.l10n.t('{0} local time ({1}), {2}', formatLocal(ms), offsetOf(ms), formatUtc(ms));
  const found = eventAtTime(trail, ms);
  if (found === undefined) return vscode.l10n.t('{0}. No event of the log has a time.', when);
  return found.isAfter
    ? vscode.l10n.t('{0}. First event from then on: {1}.', when, formatLocal(found.time))
    : vscode.l10n.t('{0}. The log ends before it, at {1}.', when, formatLocal(found.time));
}

function problem(kind: MomentProblem): string {
  switch (kind) {
    case 'no-base':
      return vscode.l10n.t('Put the cursor into an event with a time first, or give the whole date.');
    case 'no-such-time':
      return vscode.l10n.t('There is no such day or hour.');
    case 'empty':
    case 'unknown-form':
      return vscode.l10n.t('This is no time. Examples: {0}', EXAMPLES);
  }
}
