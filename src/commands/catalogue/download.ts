import * as vscode from 'vscode';
import { serviceOf } from '../../knowledge/services';
import { baseOf, DEFAULT_ADDRESS, hostOf } from '../../sources/metadata/address';
import { download, type DownloadProblem, type DownloadResult } from '../../sources/metadata/download';
import { DownloadError } from '../../sources/metadata/request';
import { Column } from '../../trail/scan/row';
import { serviceOfRow } from '../../trail/rowService';
import { type OpenLog } from '../../workspace/openLog';
import { type Services } from '../../workspace/services';
import { codeSpan, plain } from '../../words/markdown';
import { isRead } from '../../workspace/whenRead';
import { amountText, missedText } from './amounts';
import { type Pages } from './pages';
import { faultMessage } from './problems';
import { section } from './setPage';
import { showInfo, showWarning, showError, confirm, showProgress, showStoppable } from '../../workspace/notices';
import { type Faults, inBackground } from '../../workspace/faults';

/** Further downloads are added to the set of the same address. */
const ID = 'download';
/** A code of a product that is not known here, as it may go into an address. */
const CODE = /^[a-z0-9][a-z0-9._-]{0,63}$/i;
/** Codes named in the question; the others are counted. */
const MAX_NAMED = 12;
const SOURCE = { zh: '阿里云 OpenAPI 元数据', en: 'Alibaba Cloud OpenAPI metadata' };

/** *Trail: Download Event Catalogue*: fetches after the user has agreed to host and product codes. */
export async function downloadCatalogue(services: Services, pages: Pages): Promise<void> {
  const open = services.current.log;
  if (open === undefined) {
    void showInfo(vscode.l10n.t('Open a trail log first: meanings are downloaded for its products.'));
    return;
  }
  const address = vscode.workspace.getConfiguration('trail').get<string>('download.address') ?? DEFAULT_ADDRESS;
  const base = baseOf(address);
  if (base === undefined) {
    void showError(vscode.l10n.t('"{0}" in trail.download.address is no address of http or https.', address));
    return;
  }
  const codes = await showProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the trail log') },
    async (_, token) => ((await isRead(open, token)) ? productCodes(open) : []),
  );
  if (codes.length === 0) {
    void showInfo(vscode.l10n.t('The events of this log name no product.'));
    return;
  }
  if (!(await agreed(base, codes))) return;
  await run(services, pages, base, codes);
}

/** The codes of the products in a log, as the vendor writes them; without those that have no API. */
export function productCodes({ trail }: OpenLog): readonly string[] {
  const { rows } = trail;
  const seen = new Set<string>();
  const codes = new Set<string>();
  for (let row = 0; row < rows.size; row++) {
    if (!trail.isEvent(row)) continue;
    const key = `${rows.code(row, Column.ServiceName)}/${rows.code(row, Column.EventSource)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const code = serviceOfRow(trail, row);
    const service = code === undefined ? undefined : serviceOf(code);
    if (service?.openApi === true) codes.add(service.name);
    else if (service === undefined && code !== undefined && CODE.test(code)) codes.add(code);
  }
  return [...codes].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
}

async function agreed(base: string, codes: readonly string[]): Promise<boolean> {
  const yes = vscode.l10n.t('Download');
  const named = codes.slice(0, MAX_NAMED).join(', ');
  const list = codes.length > MAX_NAMED ? vscode.l10n.t('{0} and {1} more', named, codes.length - MAX_NAMED) : named;
  const detail = [
    vscode.l10n.t('Host: {0}', hostOf(base)),
    vscode.l10n.t('Product codes that are sent: {0}', list),
    vscode.l10n.t('Nothing else of the log leaves this computer.'),
  ].join('\n');
  const question = vscode.l10n.t('Download what events mean from the public API metadata of Alibaba Cloud?');
  return confirm(question, yes, { detail });
}

async function run(
  { catalogues, platform, faults }: Services,
  pages: Pages,
  base: string,
  codes: readonly string[],
): Promise<void> {
  try {
    const done = await showStoppable(vscode.l10n.t('Downloading event catalogue'), (progress, signal) => {
      let before = 0;
      return download({
        get: platform.get,
        signal,
        base,
        codes,
        onProgress: (finished, all, code) => {
          progress.report({ message: `${code} (${finished}/${all})`, increment: ((finished - before) / all) * 100 });
          before = finished;
        },
      });
    });
    await keep(catalogues, base, done);
    tell(faults, pages, base, done);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    if (error.fault === 'cancelled') return;
    const reason = faultMessage(error.fault, error.message, vscode.l10n.t);
    void showError(vscode.l10n.t('Nothing was downloaded from {0}. {1}', hostOf(base), reason));
  }
}

/** Adds what came to what came before: products that were fetched again replace those of the last time. */
async function keep(catalogues: Services['catalogues'], base: string, { result }: DownloadResult): Promise<void> {
  if (result.count === 0) return;
  const id = base === DEFAULT_ADDRESS ? ID : `${ID}-${hostOf(base).replace(/[^a-z0-9.-]/gi, '_')}`;
  const before = catalogues.imported.find((stored) => stored.id === id)?.set;
  const fresh = new Set(result.files.map(({ service }) => service));
  const files = [...(before?.files ?? []).filter(({ service }) => !fresh.has(service)), ...result.files];
  const events = files.flatMap((file) => Object.values(file.events));
  const names = (kind: 'products' | 'regions'): typeof result.products =>
    new Map([...(before?.meta[kind] ?? []).map(([code, zh, en]) => [code, { zh, en }] as const), ...result[kind]]);
  await catalogues.add(
    { id, source: base === DEFAULT_ADDRESS ? SOURCE : hostOf(base), origin: 'download' },
    {
      ...result,
      files,
      count: events.length,
      languages: (['zh', 'en'] as const).filter((language) => events.some((event) => event[language] !== undefined)),
      products: names('products'),
      regions: names('regions'),
    },
  );
}

function tell(faults: Faults, pages: Pages, base: string, { result, problems, codes }: DownloadResult): void {
  const host = hostOf(base);
  const show = vscode.l10n.t('Show What Did Not Come');
  if (problems.length === 0) {
    void showInfo(vscode.l10n.t('Downloaded from {0}: {1}.', host, amountText(result.count, codes.length)));
    return;
  }
  const amount = amountText(result.count, codes.length);
  const text = vscode.l10n.t('Downloaded from {0}: {1}. {2}.', host, amount, missedText(problems.length));
  inBackground(faults, async () => {
    if ((await showWarning(text, show)) === show) await pages.show('download', host, () => problemsPage(host, problems));
  });
}

function problemsPage(host: string, problems: readonly DownloadProblem[]): string {
  const lines = problems.map(({ code, language = '', error }) => {
    const reason = faultMessage(error.fault, error.message, vscode.l10n.t);
    return `${codeSpan(`${code} ${language}`.trim())} ${plain(reason)} ${codeSpan(error.url)}`;
  });
  return [`# ${plain(host)}`, ...section(vscode.l10n.t('What did not come ({0})', lines.length), lines, lines.length)].join(
    '\n\n',
  );
}
