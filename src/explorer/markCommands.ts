import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { formatUtc } from '../knowledge/times';
import { plain } from '../words/markdown';
import { lineOf } from '../share/export/table';
import { type Cell, markdownTable } from '../words/markdownTable';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { idOf, type Mark, MARK_KINDS, type MarkKind, type Marks } from '../workspace/marks';
import { showNew } from '../workspace/newDocument';
import { type EventsView } from './eventsView';
import { cursorOf } from '../workspace/cursor';
import { type OpenLog } from '../workspace/openLog';
import { type Services } from '../workspace/services';
import { MARK_ICONS, markWord } from './markWords';
import { type TreeNode } from './node';
import { titleOf } from '../workspace/display';
import { showInfo, askText } from '../workspace/notices';
import { registerCommand } from '../workspace/command';
import { label } from '../words/label';

/** A longer note belongs into a ticket; UTF-16 units. */
const MAX_NOTE = 1_000;

/** The commands that mark events of the log that the explorer shows, and list the marks. */
export function registerMarkCommands(marks: Marks, services: Services, view: EventsView): vscode.Disposable {
  return together(
    registerCommand(services.faults, 'trail.explorer.mark', (node?: TreeNode) => {
      const chosen = node ?? view.tree.selection[0];
      return mark(marks, services.current.log?.trail, chosen?.kind === 'event' ? chosen.row : -1);
    }),
    registerCommand(services.faults, 'trail.mark', (kind?: unknown, note?: unknown) => {
      const cursor = cursorOf(services);
      return mark(
        marks,
        cursor?.log.trail,
        cursor?.row ?? -1,
        MARK_KINDS.find((one) => one === kind),
        note,
      );
    }),
    registerCommand(services.faults, 'trail.exportMarks', (format?: unknown) => exportMarks(marks, services.current.log, format)),
  );
}

async function mark(marks: Marks, trail: Trail | undefined, row: number, kind?: MarkKind, note?: unknown): Promise<void> {
  if (trail === undefined || row < 0 || !trail.isEvent(row)) {
    void showInfo(vscode.l10n.t('The cursor is in no event.'));
    return;
  }
  const { version } = trail;
  const chosen = kind === undefined ? await askMark(marks.of(trail, row)) : { kind, note: typeof note === 'string' ? note : '' };
  if (chosen === undefined || trail.version !== version) return;
  if (!(await marks.set(trail, row, chosen === 'none' ? undefined : chosen)))
    void showInfo(vscode.l10n.t('The event has no event ID by which a mark could be kept.'));
}

/** The new mark, `none` to take the old one away, undefined to leave it. */
async function askMark(old: Mark | undefined): Promise<Mark | 'none' | undefined> {
  const choices: (vscode.QuickPickItem & { readonly mark: MarkKind | 'none' })[] = MARK_KINDS.map((one) => ({
    label: markWord(one),
    iconPath: new vscode.ThemeIcon(MARK_ICONS[one]),
    mark: one,
  }));
  if (old !== undefined)
    choices.push({ label: vscode.l10n.t('Remove the mark'), iconPath: new vscode.ThemeIcon('trash'), mark: 'none' });
  const title = vscode.l10n.t('Mark Event');
  const chosen = await vscode.window.showQuickPick(choices, { title });
  if (chosen === undefined) return undefined;
  if (chosen.mark === 'none') return 'none';
  const note = await askText({ title, prompt: vscode.l10n.t('A note, if you like'), value: old?.note ?? '' });
  return note === undefined ? undefined : { kind: chosen.mark, note: note.slice(0, MAX_NOTE) };
}

/** Lists the marked events of a log as a new document. */
async function exportMarks(marks: Marks, log: OpenLog | undefined, given: unknown): Promise<void> {
  const rows = log === undefined ? [] : marked(marks, log.trail);
  if (log === undefined || rows.length === 0) {
    void showInfo(vscode.l10n.t('No event of this log is marked.'));
    return;
  }
  const formats = [
    { label: 'Markdown', language: 'markdown' },
    { label: 'CSV', language: 'csv' },
  ] as const;
  const title = titleOf(vscode.l10n.t('Export Marks'), log);
  const format = formats.find(({ language }) => language === given) ?? (await vscode.window.showQuickPick(formats, { title }));
  if (format === undefined) return;
  const { t } = vscode.l10n;
  const head = [
    t('Time'),
    t('Event name'),
    t('Account'),
    t('User or role session'),
    t('Error code'),
    t('Event ID'),
    t('Mark'),
    t('Note'),
  ];
  const content =
    format.language === 'csv'
      ? [head, ...rows.map((row) => row.map(({ text }) => text))].map((row) => lineOf(row, { delimiter: ',' })).join('')
      : // The heading is what the tab of a new document is called by.
        `# ${plain(t('Marked events of {0}', label(log.title)))}\n\n${markdownTable(head, rows)}\n`;
  const known = (await vscode.languages.getLanguages()).includes(format.language);
  const language = known ? format.language : 'plaintext';
  await showNew(content, language);
}

/** The marked events in the order of the log: when, what, who, and how they are marked. */
function marked(marks: Marks, trail: Trail): (readonly Cell[])[] {
  const found: (readonly Cell[])[] = [];
  if (marks.isEmpty) return found;
  for (let row = 0; row < trail.rows.size; row++) {
    const one = marks.of(trail, row);
    if (one === undefined) continue;
    const time = trail.rows.time(row);
    const values = [Column.EventName, Column.Account, Column.User, Column.ErrorCode].map((column) => trail.value(row, column));
    found.push([
      ours(Number.isNaN(time) ? '' : formatUtc(time)),
      ...[...values, idOf(trail, row) ?? ''].map((text) => ({ text })),
      ours(markWord(one.kind)),
      ours(one.note),
    ]);
  }
  return found;
}

const ours = (text: string): Cell => ({ text, isOurs: true });
