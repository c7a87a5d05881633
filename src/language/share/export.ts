import * as vscode from 'vscode';
import { reasonOf } from '../../platform/files';
import { USUAL_COLUMNS } from '../../share/export/columns';
import { digestOf } from '../../share/export/digest';
import { exportEvents } from '../../share/export/exportEvents';
import { REDACT_KINDS } from '../../share/redact/kinds';
import { eventsOf } from '../../share/redact/pieces';
import { prepare, type Redaction } from '../../share/redact/redact';
import { type Leak } from '../../share/redact/sweep';
import { type RowFindings } from '../../checks/budget';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { type Services } from '../../workspace/services';
import { TextFile } from '../../workspace/textFile';
import { visible } from '../visible';
import { chooseExport, EXTENSIONS, type ExportChoice, isExportFormat } from './exportChoices';
import { activeLog, type ActiveLog } from './exportLog';
import { kindLabel } from './kinds';
import { patternsFor } from './patterns';
import { findingsOf } from './report/findings';
import { htmlReport } from './report/html';
import { markdownReport } from './report/markdown';
import { type ReportContent } from './report/sheet';
import { trailOf, withProgress } from './run';

/** What other commands and tests may give instead of being asked for it. */
export interface ExportArguments extends Partial<ExportChoice> {
  readonly target?: vscode.Uri;
  /** The events that are wanted, by their rows in the active log. */
  readonly has?: (row: number) => boolean;
}

/** The command that writes a log, or a part of it, into a file. */
export function registerExport(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('trail.export', (given: unknown) => run(services, isArguments(given) ? given : {}));
}

async function run(services: Services, given: ExportArguments): Promise<void> {
  const log = await activeLog(services);
  if (log === undefined) return;
  const has = given.has ?? (isExportFormat(given.format) ? undefined : await chooseEvents(services, log));
  if (has === 'none') return;
  const { format } = given;
  const choice = isExportFormat(format)
    ? { format, columns: given.columns ?? USUAL_COLUMNS, mark: given.mark === true, redact: given.redact === true }
    : await chooseExport(services.context.globalState, given.redact === true);
  if (choice === undefined) return;
  const target = given.target ?? (await askWhere(log, choice));
  if (target === undefined) return;
  const progress = { share: 0 };
  const version = log.version();
  try {
    const file = await TextFile.create(services.platform, target, choice.mark);
    const made = await written(file, log, choice, has, progress);
    const isWanted = made !== undefined && (given.target !== undefined || (await mayLeak(made)));
    if (isWanted && log.version() === version) await file.close();
    else await file.discard();
    if (!isWanted) return;
    if (log.version() === version) void tell(target, made);
    else void vscode.window.showWarningMessage(vscode.l10n.t('The log has changed meanwhile: nothing was exported.'));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be saved: {0}', visible(reasonOf(error))));
  }
}

/** Writes the log into the file while it is made; undefined where the user stopped it. Fails as the file does, which is gone then. */
async function written(
  file: TextFile,
  log: ActiveLog,
  choice: ExportChoice,
  has: ExportArguments['has'],
  progress: { share: number },
): Promise<Made | undefined> {
  const steps = textsOf(log, choice, has, progress, file.add);
  try {
    return await withProgress(vscode.l10n.t('Exporting the log'), progress, steps, file.flush);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Whether a file may be saved that still holds what looks like a secret: the user is asked. */
async function mayLeak({ leaks }: Made): Promise<boolean> {
  if (leaks.length === 0) return true;
  const save = vscode.l10n.t('Save');
  const detail = leaks
    .slice(0, MAX_TOLD)
    .map(({ kind, value }) => `${visible(value, 80)} (${kindLabel(kind)})`)
    .join('\n');
  const message = vscode.l10n.t('Redacted, but some values still look like secrets. Save the file nevertheless?');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, save)) === save;
}

/** Where a filter is set: what it lets through, or everything, as the user chooses; `none` where he gave up. */
async function chooseEvents({ filters }: Services, { log }: ActiveLog): Promise<ExportArguments['has'] | 'none'> {
  const filter = filters.of(log);
  if (filter.isEmpty) return undefined;
  const found = await filters.matches(log);
  if (found === undefined) return 'none';
  const number = (count: number): string => count.toLocaleString(vscode.env.language);
  const items = [
    { label: vscode.l10n.t('Events that the filter lets through'), description: number(found.rows.length), isAll: false },
    { label: vscode.l10n.t('All events'), description: number(found.events), isAll: true },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export'), placeHolder: visible(filter.text) });
  if (picked === undefined) return 'none';
  if (picked.isAll) return undefined;
  const rows = new Set(found.rows);
  return (row) => rows.has(row);
}

interface Made {
  readonly events: number;
  readonly damaged: number;
  /** What still looks like a secret, where the log was redacted. */
  readonly leaks: readonly Leak[];
}

/** Values that are told of at once. */
const MAX_TOLD = 10;
/** Rows that are looked at before others have their turn. */
const STEP_ROWS = 16_384;

async function tell(target: vscode.Uri, { events, damaged }: Made): Promise<void> {
  const number = (count: number): string => count.toLocaleString(vscode.env.language);
  const name = visible(target.path.split('/').at(-1) ?? '');
  const message =
    damaged > 0
      ? vscode.l10n.t('{0} events were exported to {1}, {2} of them damaged.', number(events), name, number(damaged))
      : vscode.l10n.t('{0} events were exported to {1}.', number(events), name);
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}

function* textsOf(
  log: ActiveLog,
  choice: ExportChoice,
  has: ExportArguments['has'],
  progress: { share: number },
  write: (text: string) => void,
): Steps<Made> {
  const { format, columns } = choice;
  const redaction = choice.redact ? yield* redactionOf(log, has, progress) : undefined;
  const leaks = redaction?.sweep.leaks ?? [];
  if (format !== 'markdown' && format !== 'html') {
    const recordText =
      redaction === undefined ? (row: number) => log.recordText(row) : (row: number) => redaction.rewrite(log.recordText(row), 0);
    const request = { format, columns, ...(has === undefined ? {} : { has }) };
    return { ...(yield* exportEvents({ trail: log.trail, recordText }, request, write, progress)), leaks };
  }
  const trail = redaction === undefined ? log.trail : yield* redactedTrail(log, has, redaction);
  const wanted = redaction === undefined ? has : undefined;
  const digest = yield* digestOf(trail, wanted);
  const t = vscode.l10n.t;
  const content: ReportContent = {
    name: log.name,
    digest,
    findings: yield* findingsOf(trail, wanted, t),
    note: has === undefined ? undefined : vscode.l10n.t('A part of the log: what the filter lets through.'),
    language: vscode.env.language,
    t,
  };
  write(format === 'html' ? htmlReport(content) : markdownReport(content));
  return { events: digest.events, damaged: 0, leaks };
}

/** The redaction of the wanted events. */
function* redactionOf(log: ActiveLog, has: ExportArguments['has'], progress: { share: number }): Steps<Redaction> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const options = { kinds: REDACT_KINDS, patterns: patternsFor(log.uri), key };
  return yield* prepare(eventsOf(log, yield* wantedRows(log, has)), options, progress);
}

/** The wanted events without their secrets, as a log of their own. */
function* redactedTrail(log: ActiveLog, has: ExportArguments['has'], redaction: Redaction): Steps<Trail<RowFindings>> {
  const texts: string[] = [];
  for (const row of yield* wantedRows(log, has)) {
    texts.push(redaction.rewrite(log.recordText(row), 0));
    yield;
  }
  return (yield* trailOf(texts.join('\n'))) as Trail<RowFindings>;
}

function* wantedRows({ trail }: ActiveLog, has: ExportArguments['has']): Steps<readonly number[]> {
  const rows: number[] = [];
  for (let row = 0; row < trail.rows.size; row++) {
    if (row % STEP_ROWS === 0) yield;
    if (trail.isEvent(row) && has?.(row) !== false) rows.push(row);
  }
  return rows;
}

async function askWhere(log: ActiveLog, { format }: ExportChoice): Promise<vscode.Uri | undefined> {
  const { uri } = log;
  const isFile = uri.scheme === 'file' || uri.scheme === 'vscode-remote';
  const extension = EXTENSIONS[format];
  const path = `${uri.path.replace(/\/$/, '').replace(/(?:\.trail)?\.\w+$/, '')}.export.${extension}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export'),
    filters: { [extension.toUpperCase()]: [extension] },
    ...(isFile ? { defaultUri: uri.with({ path }) } : {}),
  });
}

function isArguments(given: unknown): given is ExportArguments {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}
