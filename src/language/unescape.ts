import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { FindingCode } from '../checks/finding';
import { escape, unescape, unescapeOnce, unescapesOf, withoutOverlaps } from '../checks/fixes';
import { type TextEdit } from '../event/textEdit';
import { fixesOf, fixesOfRow } from '../checks/locate';
import { escapableAt, escapedStringsAt } from '../checks/place';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { applyEdits, type GoesOn, isWritable } from './edits';
import { walkInSlices } from '../trail/steps';
import { ESCAPE_AGAIN, FIX_ALL, FIX_EVENT, UNESCAPE, UNESCAPE_DOCUMENT, UNESCAPE_EVENT, UNESCAPE_ONCE } from './unescapeCommands';
import { showInfo, showWarning, say, showProgress } from '../workspace/notices';
import { registerCommand } from '../workspace/command';

type Arguments = readonly unknown[];
type EditsAt = (open: OpenTrail, offset: number) => readonly (TextEdit | undefined)[];

/** Commands that unescape strings and escape them again. */
export function registerUnescape({ trails, faults }: Services): vscode.Disposable {
  const atPlace = (edits: EditsAt, nothing: () => string) => async (args: Arguments) => {
    const place = await placeOf(args);
    const open = place && trails.get(place.document);
    if (place === undefined || open === undefined) return;
    await open.whenReady();
    const found = edits(open, place.offset).filter((edit) => edit !== undefined);
    if (found.length === 0) void showInfo(nothing());
    else await change(open, found);
  };
  const inDocument = (steps: (open: OpenTrail, args: Arguments) => Iterable<readonly TextEdit[]>) => async (args: Arguments) => {
    const place = await placeOf(args);
    const open = place && trails.get(place.document);
    if (open !== undefined) await changeAll(open, steps(open, args));
  };
  const noString = (): string => vscode.l10n.t('No string that holds JSON is at the cursor.');
  const commands: Readonly<Record<string, (args: Arguments) => Promise<void>>> = {
    [UNESCAPE]: atPlace(({ trail }, offset) => {
      const place = escapedStringsAt(trail, offset).at(-1);
      return place === undefined ? [] : [unescape(trail.text, place)];
    }, noString),
    [UNESCAPE_ONCE]: atPlace(({ trail }, offset) => {
      const place = escapedStringsAt(trail, offset).at(-1);
      return place === undefined ? [] : [unescapeOnce(trail.text, place)];
    }, noString),
    [UNESCAPE_EVENT]: atPlace(
      ({ trail }, offset) => {
        const row = trail.rowAt(offset);
        return row < 0 ? [] : unescapesOf(trail, row);
      },
      () => vscode.l10n.t('No string of this event holds JSON.'),
    ),
    [ESCAPE_AGAIN]: atPlace(
      ({ trail }, offset) => {
        const value = escapableAt(trail, offset);
        return value === undefined ? [] : [escape(trail.text, value.place)];
      },
      () => vscode.l10n.t('No value that can be escaped is at the cursor.'),
    ),
    [UNESCAPE_DOCUMENT]: inDocument(function* ({ trail }) {
      for (let row = 0; row < trail.rows.size; row++) yield unescapesOf(trail, row);
    }),
    [FIX_EVENT]: inDocument(({ trail }, [, code, offset]) => {
      const row = typeof offset === 'number' ? trail.rowAt(offset) : -1;
      return isCode(code) && row >= 0 ? [fixesOfRow(trail, row, code)] : [];
    }),
    [FIX_ALL]: inDocument(({ trail }, [, code]) => (isCode(code) ? fixesOf(trail, code) : [])),
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    registerCommand(faults, name, (...args: unknown[]) => run(args)),
  );
  return together(...registered);
}

function isCode(code: unknown): code is FindingCode {
  return Object.values(FindingCode).some((one) => one === code);
}

/** The place that a command is about: given as address and offset, or the cursor. Menus give the address as a Uri. */
async function placeOf([address, offset]: Arguments): Promise<{ document: vscode.TextDocument; offset: number } | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = typeof address === 'string' ? vscode.Uri.parse(address) : address instanceof vscode.Uri ? address : undefined;
  const isHere = uri === undefined || uri.toString() === editor?.document.uri.toString();
  const document = isHere ? editor?.document : await vscode.workspace.openTextDocument(uri);
  if (document === undefined) return undefined;
  const cursor = isHere && editor !== undefined ? document.offsetAt(editor.selection.active) : 0;
  return { document, offset: typeof offset === 'number' ? offset : cursor };
}

/** Looks for edits through the whole log and makes them, with progress; nothing is changed when the user stops it or types meanwhile. */
async function changeAll(open: OpenTrail, steps: Iterable<readonly TextEdit[]>): Promise<void> {
  if (!isChangeable(open)) return;
  const title = vscode.l10n.t('Changing the trail log');
  await showProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    await open.whenReady();
    const { version } = open.document;
    const total = open.trail.rows.size + 1;
    const edits: TextEdit[] = [];
    let done = 0;
    let shown = 0;
    // Looking for the edits is the first half of the way, making them the second.
    const goesOn = (share: number): boolean => {
      progress.report({ increment: 100 * (share - shown) });
      shown = share;
      return !token.isCancellationRequested;
    };
    const counted = (function* () {
      for (const step of steps) {
        for (const edit of step) edits.push(edit);
        done++;
        yield;
      }
    })();
    const isUnchanged = (): boolean => !open.document.isClosed && open.document.version === version;
    const isAll = await walkInSlices(counted, () => isUnchanged() && goesOn(done / total / 2));
    if (isAll) await change(open, withoutOverlaps(edits), (share) => goesOn((1 + share) / 2));
    else if (!isUnchanged()) void showWarning(vscode.l10n.t('The log was edited meanwhile: nothing was changed.'));
  });
}

async function change(open: OpenTrail, edits: readonly TextEdit[], goesOn: GoesOn = () => true): Promise<void> {
  if (!isChangeable(open)) return;
  const made = edits.length === 0 ? 0 : await applyEdits(open.document, edits, goesOn);
  const number = (count: number): string => count.toLocaleString(vscode.env.language);
  if (edits.length === 0) say(vscode.l10n.t('Nothing to change.'));
  else if (made === 0) void showWarning(vscode.l10n.t('The document could not be changed.'));
  else if (made < edits.length)
    void showWarning(
      vscode.l10n.t(
        'Stopped: {0} of {1} places were changed. Undo takes them back in one step.',
        number(made),
        number(edits.length),
      ),
    );
  else if (made > 1) say(vscode.l10n.t('{0} places changed.', number(made)));
}

function isChangeable({ document }: OpenTrail): boolean {
  if (isWritable(document)) return true;
  void showWarning(vscode.l10n.t('This document is read-only.'));
  return false;
}
