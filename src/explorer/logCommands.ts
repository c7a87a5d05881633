import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { reasonOf } from '../platform/files';
import { byTime, type Converted, eventsOf, type Form, put, withoutDuplicates } from '../share/events/convert';
import { inSlices, type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { type Services } from '../workspace/services';
import { openNew } from './eventCommands';
import { type OpenLog } from '../workspace/openLog';
import { isRead } from '../workspace/whenRead';
import { showWarning, showError, say, showProgress } from '../workspace/notices';
import { registerCommand } from '../workspace/command';

/** How long work may hold the extension host at a time, in ms. */
const SLICE = 8;
/** VS Code gives no longer text to extensions; UTF-16 units. */
const MAX_TEXT = 48 * 1024 * 1024;

type Pick = (trail: Trail) => Steps<Uint32Array>;

const COMMANDS: Readonly<Record<string, readonly [Pick, Form]>> = {
  'trail.sortByTime': [byTime, 'same'],
  'trail.removeDuplicates': [withoutDuplicates, 'same'],
  'trail.toArray': [eventsOf, 'array'],
  'trail.toLines': [eventsOf, 'lines'],
};

/** The commands that make a new log of the current one, which stays as it is. */
export function registerLogCommands({ current, faults }: Services): vscode.Disposable {
  return together(
    ...Object.entries(COMMANDS).map(([name, [pick, form]]) =>
      registerCommand(faults, name, async () => {
        const { log } = current;
        if (log === undefined) say(vscode.l10n.t('No log is open in the active editor.'));
        else
          await make(log, pick, form).catch((error: unknown) => {
            void showError(vscode.l10n.t('The event cannot be read: {0}', reasonOf(error)));
          });
      }),
    ),
  );
}

async function make(log: OpenLog, pick: Pick, form: Form): Promise<void> {
  const title = vscode.l10n.t('Making a new trail log');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const made = await showProgress(options, async (_, token) => {
    if (!(await isRead(log, token))) return undefined;
    const { trail } = log;
    if (lengthOf(trail) > MAX_TEXT) return 'too-long';
    const { version } = trail;
    const isStale = (): boolean => token.isCancellationRequested || log.trail !== trail || trail.version !== version;
    const converted = await inSlices(convert(log, pick, form), isStale, SLICE);
    return converted && { ...converted, before: trail.events };
  });
  if (made === undefined) return;
  if (made === 'too-long') {
    void showWarning(vscode.l10n.t('The new log would be longer than the editor takes. Nothing was made.'));
    return;
  }
  await openNew(made.text);
  tellOf(made, made.before);
}

function* convert(log: OpenLog, pick: Pick, form: Form): Steps<Converted> {
  const { trail } = log;
  const rows = yield* pick(trail);
  return yield* put(trail, rows, form, (row) => log.recordText(row));
}

function lengthOf(trail: Trail): number {
  let length = 0;
  for (let row = 0; row < trail.rows.size; row++) length += trail.rows.end(row) - trail.rows.start(row);
  return length;
}

/** What the reader has to know of the new log: how many events it holds, and what it does not hold. */
function tellOf({ events, skipped, damaged }: Converted, before: number): void {
  const number = new Intl.NumberFormat(vscode.env.language);
  const parts = [
    vscode.l10n.t('Events in the new log: {0} of {1}.', number.format(events), number.format(before)),
    ...(skipped > 0 ? [vscode.l10n.t('Parts that are no events were left out: {0}.', number.format(skipped))] : []),
    ...(damaged > 0 ? [vscode.l10n.t('Damaged events stay as they are written: {0}.', number.format(damaged))] : []),
  ];
  if (skipped + damaged > 0) void showWarning(parts.join(' '));
  else say(parts.join(' '));
}
