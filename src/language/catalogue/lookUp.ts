import * as vscode from 'vscode';
import { CatalogueSearch, type SearchResult, type SearchRow } from '../../knowledge/search';
import { serviceOf } from '../../knowledge/services';
import { type Catalogues } from '../../workspace/catalogues';
import { Disposable } from '../../workspace/disposable';
import { inSlices } from '../../workspace/readCatalogue';
import { explainEntry } from '../hover/eventName';
import { render } from '../hover/render';
import { iconText } from '../iconText';
import { plain } from '../markdown';
import { readerLanguages } from '../readerLanguages';
import { type Pages } from './pages';

/** Matches that are listed; more are counted. A list of thousands is neither read nor drawn quickly. */
const MAX_SHOWN = 200;
/** Between two keys of somebody who types; ms. */
const PAUSE = 60;

interface Item extends vscode.QuickPickItem {
  readonly row: SearchRow;
}

/** *Trail: Look Up Event…*: finds events of the whole catalogue by name or by words of either language, with or without a log. */
export function lookUpEvent(catalogues: Catalogues, pages: Pages, query = ''): void {
  new LookUp(catalogues, pages, query).show();
}

class LookUp extends Disposable {
  private readonly pick = this.register(vscode.window.createQuickPick<Item>());
  private search: CatalogueSearch;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stop = new vscode.CancellationTokenSource();

  constructor(
    private readonly catalogues: Catalogues,
    private readonly pages: Pages,
    query: string,
  ) {
    super();
    this.search = new CatalogueSearch(catalogues.current);
    const { pick } = this;
    pick.value = query;
    pick.placeholder = vscode.l10n.t('Event name, or words of its meaning in Chinese or English');
    // The list comes sorted by how well it matches; this property is not in the API of the oldest VS Code, but works there.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    this.register(
      pick.onDidChangeValue(() => {
        this.later(PAUSE);
      }),
    );
    this.register(
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item === undefined) return;
        pick.hide();
        void showEntry(this.catalogues, this.pages, item.row);
      }),
    );
    this.register(
      pick.onDidHide(() => {
        this.dispose();
      }),
    );
    this.register(
      catalogues.onDidChange(() => {
        this.search = new CatalogueSearch(catalogues.current);
        this.later(0);
      }),
    );
  }

  show(): void {
    this.later(0);
    this.pick.show();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    this.stop.cancel();
    super.dispose();
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.stop.cancel();
    this.timer = setTimeout(() => void this.find(), pause);
  }

  private async find(): Promise<void> {
    const stop = new vscode.CancellationTokenSource();
    this.stop = stop;
    this.pick.busy = true;
    const result = await inSlices(this.search.find(this.pick.value, MAX_SHOWN), stop.token);
    if (result === undefined || stop.token.isCancellationRequested || this.isDisposed) return;
    this.pick.busy = false;
    this.pick.title = this.title(result);
    this.pick.items = result.rows.map((row) => itemOf(this.catalogues, row));
  }

  private title({ rows, total }: SearchResult): string {
    if (total > rows.length) return vscode.l10n.t('Look Up Event: {0} matches, the best {1} are listed', total, rows.length);
    return vscode.l10n.t('Look Up Event: {0} of {1} events', total, this.search.size);
  }
}

function itemOf(catalogues: Catalogues, row: SearchRow): Item {
  const languages = readerLanguages();
  const [language = 'en'] = languages;
  const entry = catalogues.current.lookup(row.service, row.name);
  const product = row.service === '*' ? vscode.l10n.t('All products') : (serviceOf(row.service)?.[language] ?? row.service);
  return {
    row,
    label: iconText(row.name),
    description: iconText(product),
    detail: iconText(languages.map((each) => entry[each]).join(' · ')),
    // The list is filtered here: VS Code knows names only, and would hide what was found by other words.
    alwaysShow: true,
  };
}

async function showEntry(catalogues: Catalogues, pages: Pages, { service, name }: SearchRow): Promise<void> {
  await pages.show(service === '*' ? 'all' : service, name, () => {
    const entry = catalogues.current.lookup(service, name);
    return `# ${plain(name)}\n\n${render({ explanations: [explainEntry(entry)] }, readerLanguages())}`;
  });
}
