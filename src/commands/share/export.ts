import * as vscode from 'vscode';
import { together } from '../../workspace/together';
import { reasonOf } from '../../platform/files';
import { USUAL_COLUMNS } from '../../share/export/columns';
import { rowAlone } from '../../workspace/cursor';
import { titleOf } from '../../workspace/display';
import { type Services } from '../../workspace/services';
import { TextFile } from '../../workspace/textFile';
import { chooseExport, EXTENSIONS, type ExportChoice, isExportFormat } from './exportChoices';
import { type ExportedLog, logToExport } from './exportedLog';
import { ExportPreviews } from './exportPreview';
import { exportTexts, type Made, type Wanted } from './exportTexts';
import { withProgress } from './run';
import { showInfo, showWarning, showError } from '../../workspace/notices';
import { inBackground } from '../../workspace/faults';
import { registerCommand } from '../../workspace/command';
import { visible } from '../../words/visible';

/** What other commands and tests may give instead of being asked for it. */
export interface ExportArguments extends Partial<ExportChoice> {
  readonly target?: vscode.Uri;
  /** The events that are wanted, by their rows in the log of the tree. */
  readonly has?: Wanted;
}

/** The command that writes a log, or a part of it, into a file. */
export function registerExport(services: Services): vscode.Disposable {
  const previews = new ExportPreviews();
  return together(
    previews,
    registerCommand(services.faults, 'trail.export', (given: unknown) =>
      run(services, previews, isArguments(given) ? given : {}),
    ),
  );
}

async function run(services: Services, previews: ExportPreviews, given: ExportArguments): Promise<void> {
  const log = await logToExport(services);
  if (log === undefined) return;
  const has = given.has ?? (isExportFormat(given.format) ? undefined : await chooseEvents(services, log));
  if (has === 'none') return;
  const { format } = given;
  const choice = isExportFormat(format)
    ? { format, columns: given.columns ?? USUAL_COLUMNS, mark: given.mark === true, redact: given.redact === true }
    : await chooseExport(services.context.globalState, log.title, given.redact === true);
  if (choice === undefined) return;
  const target = given.target ?? (await askWhere(log, choice));
  if (target === undefined) return;
  const progress = { share: 0 };
  try {
    const file = await TextFile.create(services.platform, target, choice.mark);
    const made = await written(file, log, choice, has, progress);
    // What has been read is looked at and saved as it was, whatever becomes of the log then.
    const isSame = log.isSame();
    const isWanted = made !== undefined && isSame && (await isApproved(previews, target, made, log));
    if (isWanted) await file.close();
    else await file.discard();
    if (isWanted) inBackground(services.faults, () => tell(target, made));
    else if (made !== undefined && !isSame)
      void showWarning(vscode.l10n.t('The log has changed meanwhile: nothing was exported.'));
  } catch (error) {
    void showError(vscode.l10n.t('The file could not be saved: {0}', visible(reasonOf(error))));
  }
}

/** Writes the log into the file while it is made; undefined where the user stopped it. Fails as the file does, which is gone then. */
async function written(
  file: TextFile,
  log: ExportedLog,
  choice: ExportChoice,
  has: Wanted | undefined,
  progress: { share: number },
): Promise<Made | undefined> {
  const steps = exportTexts(log, choice, has, progress, file.add);
  try {
    return await withProgress(vscode.l10n.t('Exporting the log'), progress, steps, file.flush);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Whether an export may get its name: of one that was redacted the user sees first what that has changed. */
async function isApproved(
  previews: ExportPreviews,
  target: vscode.Uri,
  { redacted }: Made,
  { log }: ExportedLog,
): Promise<boolean> {
  return redacted === undefined || previews.maySave(nameOf(target), redacted, (words) => titleOf(words, log));
}

/** Where a filter is set, or a single event is shown: that, or everything, as the user chooses; `none` where he gave up. */
async function chooseEvents(
  { filters, logs }: Services,
  { log, trail, title }: ExportedLog,
): Promise<Wanted | undefined | 'none'> {
  const shownRow = rowAlone(logs, log);
  const filter = filters.of(log);
  if (filter.isEmpty && shownRow < 0) return undefined;
  const found = filter.isEmpty ? undefined : await filters.matches(log);
  if (!filter.isEmpty && found === undefined) return 'none';
  const number = (count: number): string => count.toLocaleString(vscode.env.language);
  const items: Choice[] = [{ label: vscode.l10n.t('All events'), description: number(trail.events), has: undefined }];
  if (found !== undefined) {
    const rows = new Set(found.rows);
    const label = vscode.l10n.t('Events that the filter lets through');
    items.unshift({ label, description: number(rows.size), has: (row) => rows.has(row) });
  }
  if (shownRow >= 0) items.push({ label: vscode.l10n.t('Only this event'), has: (row) => row === shownRow });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    ...(filter.isEmpty ? {} : { placeHolder: visible(filter.text) }),
  });
  return picked === undefined ? 'none' : picked.has;
}

/** Which events are exported, to choose from; all where `has` is undefined. */
interface Choice extends vscode.QuickPickItem {
  readonly has: Wanted | undefined;
}

async function tell(target: vscode.Uri, { events, damaged }: Made): Promise<void> {
  const number = (count: number): string => count.toLocaleString(vscode.env.language);
  const name = visible(nameOf(target));
  const message =
    damaged > 0
      ? vscode.l10n.t('{0} events were exported to {1}, {2} of them damaged.', number(events), name, number(damaged))
      : vscode.l10n.t('{0} events were exported to {1}.', number(events), name);
  const open = vscode.l10n.t('Open');
  if ((await showInfo(message, open)) === open) await vscode.commands.executeCommand('vscode.open', target);
}

async function askWhere({ log: { uri }, title }: ExportedLog, { format }: ExportChoice): Promise<vscode.Uri | undefined> {
  const isFile = uri.scheme === 'file' || uri.scheme === 'vscode-remote';
  const extension = EXTENSIONS[format];
  const path = `${uri.path.replace(/\/$/, '').replace(/(?:\.trail)?\.\w+$/, '')}.export.${extension}`;
  return vscode.window.showSaveDialog({
    title,
    filters: { [extension.toUpperCase()]: [extension] },
    ...(isFile ? { defaultUri: uri.with({ path }) } : {}),
  });
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}

function isArguments(given: unknown): given is ExportArguments {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}
