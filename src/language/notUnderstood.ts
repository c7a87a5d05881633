import * as vscode from 'vscode';
import { FindingCode } from '../checks/finding';
import { MAX_AT_ONCE } from '../checks/limits';
import { endsLog, piecesOf } from '../checks/skipped';
import { Flag } from '../trail/scan/row';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { messageOf, skipMessage } from '../words/messages';
import { showRange } from '../workspace/reveal';
import { walkInSlices } from '../trail/steps';
import { showInfo } from '../workspace/notices';
import { registerCommand } from '../workspace/command';
import { iconText } from '../words/iconText';

export const SHOW_NOT_UNDERSTOOD = 'trail.showNotUnderstood';
/** Places that are listed; the Problems panel has the others. */
const MAX_LISTED = 500;
/** Text of a place that is shown. */
const SHOWN = 120;

/** A place of the log that was not understood, and why. */
interface Place extends vscode.QuickPickItem {
  readonly start: number;
  readonly end: number;
}

/** Lists what was not understood of the log in the active editor: what is no event, and events whose text is damaged. A choice goes there. */
export function registerNotUnderstood({ trails, faults }: Services): vscode.Disposable {
  return registerCommand(faults, SHOW_NOT_UNDERSTOOD, async () => {
    const open = trails.active;
    if (open === undefined) return;
    await open.whenReady();
    const places = await placesOf(open);
    if (places === undefined) return;
    if (places.length === 0) {
      void showInfo(vscode.l10n.t('Everything in this log was understood.'));
      return;
    }
    const placeHolder = vscode.l10n.t('What was not understood: choose a place to go there');
    const { version } = open.document;
    const place = await vscode.window.showQuickPick(places, { placeHolder, matchOnDescription: true, matchOnDetail: true });
    if (place === undefined || open.document.isClosed || open.document.version !== version) return;
    await showRange(open.document, open.range(place.start, place.end), { preserveFocus: false });
  });
}

/** The places in the order of the text; undefined where the log was edited meanwhile. */
async function placesOf(open: OpenTrail): Promise<readonly Place[] | undefined> {
  const { version } = open.document;
  const places: Place[] = [];
  const steps = (function* () {
    for (let row = 0; row < open.trail.rows.size && places.length < MAX_LISTED; row++) {
      const flags = open.trail.rows.flags(row);
      if ((flags & Flag.Event) === 0) places.push(...skipped(open, row).slice(0, MAX_LISTED - places.length));
      else if ((flags & (Flag.Damaged | Flag.Truncated | Flag.BrokenOff)) !== 0) places.push(damaged(open, row));
      yield;
    }
  })();
  const isDone = await walkInSlices(steps, () => !open.document.isClosed && open.document.version === version);
  return isDone ? places : undefined;
}

function skipped(open: OpenTrail, row: number): readonly Place[] {
  const { rows } = open.trail;
  const start = rows.start(row);
  const text = open.trail.text.read(start, Math.min(rows.end(row), start + MAX_AT_ONCE));
  return piecesOf(text, endsLog(open.trail, row)).map((piece) =>
    placeOf(open, start + piece.start, start + piece.end, skipMessage(piece.reason, vscode.l10n.t)),
  );
}

const OF_TEXT: ReadonlySet<FindingCode> = new Set([FindingCode.Syntax, FindingCode.Truncated]);

/** A damaged event at its first mistake. */
function damaged(open: OpenTrail, row: number): Place {
  const { rows } = open.trail;
  const start = rows.start(row);
  const findings = rows.note(row)?.kept ?? [];
  const first = findings.find(({ code }) => OF_TEXT.has(code)) ?? findings[0];
  const message = first === undefined ? vscode.l10n.t('The text of this event is damaged.') : messageOf(first, vscode.l10n.t);
  return placeOf(open, start + (first?.start ?? 0), first === undefined ? rows.end(row) : start + first.end, message);
}

function placeOf(open: OpenTrail, start: number, end: number, reason: string): Place {
  const line = open.document.positionAt(Math.max(0, start)).line + 1;
  const text = open.trail.text.read(Math.max(0, start), Math.min(open.trail.text.length, start + SHOWN));
  return {
    label: vscode.l10n.t('Line {0}', line.toLocaleString(vscode.env.language)),
    description: iconText(reason),
    detail: iconText(text.trim().replace(/\s+/g, ' '), SHOWN),
    start: Math.max(0, start),
    end: Math.max(start + 1, end),
  };
}
