import * as vscode from 'vscode';
import { Importer, type ImportResult } from '../../knowledge/import/importer';
import { type Files } from '../../platform/files';
import { allServices } from '../../knowledge/services';
import { hashRange } from '../../trail/hash';
import { type Services } from '../../workspace/services';
import { orAborted } from '../../sources/orAborted';
import { readInto } from '../../workspace/readCatalogue';
import { amountText, unreadText } from './amounts';
import { eventCount, readerLanguages } from '../../workspace/display';
import { problemLine, section } from './setPage';
import { type Pages } from './pages';
import { plain } from '../../words/markdown';
import { showInfo, showWarning, showError, showProgress } from '../../workspace/notices';
import { inBackground } from '../../workspace/faults';
import { iconText } from '../../words/iconText';

/** What other code may pass to *Trail: Add Event Catalogue…* to leave out the questions. */
export interface AddOptions {
  /** The product of events whose document does not tell it; `*`: all products. */
  readonly service?: string;
}

/** *Trail: Add Event Catalogue…* */
export async function addCatalogue(
  services: Services,
  pages: Pages,
  uris?: readonly vscode.Uri[],
  options: AddOptions = {},
): Promise<void> {
  const chosen = uris ?? (await choose());
  if (chosen === undefined || chosen.length === 0) return;
  const { files } = services.platform;
  let result = await read(files, chosen, options.service);
  if (result === undefined) return;
  const name = setName(chosen);
  if (result.withoutService > 0 && options.service === undefined) {
    const service = await askService(name, result.withoutService);
    if (service === undefined) return;
    result = (await read(files, chosen, service)) ?? result;
  }
  await finish(services, pages, { id: idOf(chosen), name }, result);
}

async function finish(
  { catalogues, faults }: Services,
  pages: Pages,
  { id, name }: { readonly id: string; readonly name: string },
  result: ImportResult,
): Promise<void> {
  const { count, files, problemCount } = result;
  const show = vscode.l10n.t('Show What Could Not Be Read');
  const actions = problemCount > 0 ? [show] : [];
  if (count > 0) await catalogues.add({ id, source: name, origin: 'files' }, result);
  const message =
    count === 0
      ? showError(vscode.l10n.t('{0} holds no event names that can be read.', name), ...actions)
      : problemCount > 0
        ? showWarning(
            vscode.l10n.t('Added from {0}: {1}. {2}.', name, amountText(count, files.length), unreadText(problemCount)),
            ...actions,
          )
        : showInfo(vscode.l10n.t('Added from {0}: {1}.', name, amountText(count, files.length)));
  // The command is done when the events are there, not when the message is closed.
  inBackground(faults, async () => {
    if ((await message) === show) await pages.show('problems', name, () => problemsPage(name, result));
  });
}

export function problemsPage(name: string, { problems, problemCount }: Pick<ImportResult, 'problems' | 'problemCount'>): string {
  return [
    `# ${plain(name)}`,
    ...section(vscode.l10n.t('What could not be read ({0})', problemCount), problems.map(problemLine), problemCount),
  ].join('\n\n');
}

async function choose(): Promise<readonly vscode.Uri[] | undefined> {
  const files: vscode.QuickPickItem = {
    label: vscode.l10n.t('Files…'),
    iconPath: new vscode.ThemeIcon('files'),
    detail: vscode.l10n.t('Documents in Markdown with tables of event names, CSV, JSON, or a zip of them'),
  };
  const folder: vscode.QuickPickItem = {
    label: vscode.l10n.t('Folder…'),
    iconPath: new vscode.ThemeIcon('folder'),
    detail: vscode.l10n.t('A folder of such files, or a checkout of aliyun-openapi-meta'),
  };
  const title = vscode.l10n.t('Add Event Catalogue');
  // Most systems have no dialog that takes files and folders.
  const what = await vscode.window.showQuickPick([files, folder], { title });
  if (what === undefined) return undefined;
  return vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Add'),
    canSelectMany: true,
    canSelectFiles: what === files,
    canSelectFolders: what === folder,
    ...(what === files && {
      filters: { [vscode.l10n.t('Event catalogues')]: ['md', 'markdown', 'csv', 'tsv', 'json', 'zip'] },
    }),
  });
}

/** Undefined when the user has cancelled. */
async function read(files: Files, uris: readonly vscode.Uri[], service: string | undefined): Promise<ImportResult | undefined> {
  return showProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading event catalogues'), cancellable: true },
    async (_, token) => {
      const importer = new Importer({ service });
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      for (const uri of uris) await orAborted(readInto(files, importer, uri, token), stop.signal);
      return token.isCancellationRequested ? undefined : importer.finish();
    },
  );
}

async function askService(name: string, count: number): Promise<string | undefined> {
  const [language = 'en'] = readerLanguages();
  const every = { label: vscode.l10n.t('All products'), description: '*', code: '*' };
  const services = allServices()
    .map((service) => ({ label: iconText(service[language]), description: service.name, code: service.code }))
    .sort((a, b) => a.description.localeCompare(b.description));
  const picked = await vscode.window.showQuickPick([every, ...services], {
    title: vscode.l10n.t('Which product are the events in "{0}" of? ({1})', name, eventCount(count)),
    placeHolder: vscode.l10n.t('The document does not tell it.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.code;
}

/** The same files added again take the place of what they held before. */
function idOf(uris: readonly vscode.Uri[]): string {
  const text = uris.map(String).sort().join('\n');
  return `files-${hashRange(text, 0, text.length).toString(36)}-${text.length.toString(36)}`;
}

/** A name for what was chosen: that of the file, or what the names of several files begin with. */
export function setName(uris: readonly vscode.Uri[]): string {
  const names = uris.map(({ path }) => path.replace(/\/+$/, '').split('/').at(-1) ?? path);
  const [first = ''] = names;
  const bare = first.replace(/\.(?:md|markdown|csv|tsv|json|zip)$/i, '');
  if (names.length === 1) return bare;
  let length = bare.length;
  for (const name of names) while (!name.startsWith(bare.slice(0, length))) length--;
  const common = bare.slice(0, length).replace(/[\s._-]+$/, '');
  return common.length >= 3 ? common : vscode.l10n.t('{0} and {1} more', first, names.length - 1);
}
