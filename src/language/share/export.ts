import * as vscode from 'vscode';
import { reasonOf } from '../../platform/files';
import { USUAL_COLUMNS } from '../../share/export/columns';
import { digestOf } from '../../share/export/digest';
import { exportEvents, type ExportLog } from '../../share/export/exportEvents';
import { REDACT_KINDS } from '../../share/redact/kinds';
import { eventsOf } from '../../share/redact/pieces';
import { redact } from '../../share/redact/redact';
import { type RowFindings } from '../../checks/budget';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { type Services } from '../../workspace/services';
import { utf8Of, writeWhole } from '../../workspace/writeFile';
import { visible } from '../visible';
import { chooseExport, EXTENSIONS, type ExportChoice, isExportFormat } from './exportChoices';
import { activeLog, type ActiveLog } from './exportLog';
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
    : await chooseExport(services.context.globalState);
  if (choice === undefined) return;
  const target = given.target ?? (await askWhere(log, choice));
  if (target === undefined) return;
  const version = log.version();
  const progress = { share: 0 };
  const made = await withProgress(vscode.l10n.t('Exporting the log'), progress, textsOf(log, choice, has, progress));
  if (made === undefined) return;
  if (log.version() !== version) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The log has changed meanwhile: nothing was exported.'));
    return;
  }
  try {
    await writeWhole(target, utf8Of(made.texts, choice.mark));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be saved: {0}', visible(reasonOf(error))));
    return;
  }
  void tell(target, made);
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
  readonly texts: readonly string[];
  readonly events: number;
  readonly damaged: number;
}

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

function* textsOf(log: ActiveLog, choice: ExportChoice, has: ExportArguments['has'], progress: { share: number }): Steps<Made> {
  let from: ExportLog & { readonly trail: Trail<RowFindings> } = log;
  let wanted = has;
  if (choice.redact) {
    from = yield* redacted(log, has, progress);
    wanted = undefined;
  }
  const { format, columns } = choice;
  if (format !== 'markdown' && format !== 'html')
    return yield* exportEvents(from, { format, columns, ...(wanted === undefined ? {} : { has: wanted }) }, progress);
  const digest = yield* digestOf(from.trail, wanted);
  const t = vscode.l10n.t;
  const content: ReportContent = {
    name: log.name,
    digest,
    findings: yield* findingsOf(from.trail, wanted, t),
    note: has === undefined ? undefined : vscode.l10n.t('A part of the log: what the filter lets through.'),
    language: vscode.env.language,
    t,
  };
  return { texts: [format === 'html' ? htmlReport(content) : markdownReport(content)], events: digest.events, damaged: 0 };
}

/** The wanted events without their secrets, as a log of their own. */
function* redacted(
  log: ActiveLog,
  has: ExportArguments['has'],
  progress: { share: number },
): Steps<ExportLog & { readonly trail: Trail<RowFindings> }> {
  const rows: number[] = [];
  for (let row = 0; row < log.trail.rows.size; row++) if (log.trail.isEvent(row) && has?.(row) !== false) rows.push(row);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const options = { kinds: REDACT_KINDS, patterns: patternsFor(log.uri), key };
  const { texts } = yield* redact(eventsOf(log, rows), options, progress);
  const trail = (yield* trailOf(texts.join('\n'))) as Trail<RowFindings>;
  return { trail, recordText: (row) => trail.recordText(row) };
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
  return typeof given === 'object' && given !== null && isExportFormat((given as { readonly format?: unknown }).format);
}
