import * as vscode from 'vscode';
import { CatalogueSearch, type SearchResult, type SearchRow } from '../../knowledge/search';
import { serviceOf } from '../../knowledge/services';
import { writeTerm } from '../../filter/write';
import { Column } from '../../trail/scan/row';
import { numberOf } from '../../workspace/display';
import { type Catalogues } from '../../workspace/catalogues';
import { Disposable } from '../../workspace/disposable';
import { inBackground } from '../../workspace/faults';
import { type OpenLog } from '../../workspace/openLog';
import { inSlices } from '../../workspace/readCatalogue';
import { type Services } from '../../workspace/services';
import { explainEntry } from '../../language/hover/eventName';
import { render } from '../../language/hover/render';
import { plain } from '../../words/markdown';
import { readerLanguages } from '../../workspace/display';
import { type Pages } from './pages';
import { say } from '../../workspace/notices';
import { visible } from '../../words/visible';
import { iconText } from '../../words/iconText';

/** Matches that are listed; more are counted. A list of thousands is neither read nor drawn quickly. */
const MAX_SHOWN = 200;
/** Between two keys of somebody who types; ms. */
const PAUSE = 60;

interface Item extends vscode.QuickPickItem {
  readonly row: SearchRow;
}

/** *Trail: Look Up Event…*: finds events of the whole catalogue by name or by words of either language, with or without a log. Enter shows the entry, and only its events of the open log. */
export function lookUpEvent(services: Services, pages: Pages, query = ''): void {
  new LookUp(services, pages, query).show();
}

class LookUp extends Disposable {
  private readonly pick = this.register(vscode.window.createQuickPick<Item>());
  private search: CatalogueSearch;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stop = new vscode.CancellationTokenSource();

  constructor(
    private readonly services: Services,
    private readonly pages: Pages,
    query: string,
  ) {
    super();
    const { catalogues } = services;
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
        // The page takes the place of the log as the active editor.
        filterTo(item.row.name, services);
        inBackground(services.faults, () => showEntry(catalogues, this.pages, item.row));
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
    this.timer = setTimeout(() => {
      inBackground(this.services.faults, () => this.find());
    }, pause);
  }

  private async find(): Promise<void> {
    const stop = new vscode.CancellationTokenSource();
    this.stop = stop;
    this.pick.busy = true;
    let result: SearchResult | undefined;
    try {
      result = await inSlices(this.search.find(this.pick.value, MAX_SHOWN), stop.token);
    } finally {
      if (this.stop === stop && !this.isDisposed) this.pick.busy = false;
    }
    if (result === undefined || stop.token.isCancellationRequested || this.isDisposed) return;
    this.pick.title = this.title(result);
    this.pick.items = result.rows.map((row) => itemOf(this.services.catalogues, row));
  }

  private title({ rows, total }: SearchResult): string {
    // Before anything is typed all events match, and none better than another.
    if (this.pick.value.trim() === '')
      return vscode.l10n.t('Look Up Event: {0} of {1} events', numberOf(rows.length), numberOf(this.search.size));
    if (total > rows.length)
      return vscode.l10n.t('Look Up Event: {0} matches, the best {1} are listed', numberOf(total), numberOf(rows.length));
    return vscode.l10n.t('Look Up Event: {0} of {1} events', numberOf(total), numberOf(this.search.size));
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

/** Leaves only the events of a name in the open log, where it has some. */
function filterTo(name: string, services: Services): void {
  const { filters } = services;
  const log = services.current.log;
  if (log === undefined) return;
  const spelled = nameIn(log, name);
  if (spelled !== undefined) filters.set(log, writeTerm('name', spelled));
  else if (log.trail.isComplete) say(vscode.l10n.t('This log has no event {0}.', visible(name)));
}

/** A name as a log spells it: exactly so where some of its events have it, else in another case. */
function nameIn({ trail }: OpenLog, name: string): string | undefined {
  const names = trail.dictionary(Column.EventName);
  const folded = name.toLowerCase();
  let found: string | undefined;
  for (let code = 0; code < names.size; code++) {
    const known = names.decode(code);
    if (known === name) return known;
    if (known.toLowerCase() === folded) found ??= known;
  }
  return found;
}

async function showEntry(catalogues: Catalogues, pages: Pages, { service, name }: SearchRow): Promise<void> {
  await pages.show(service === '*' ? 'all' : service, name, () => {
    const entry = catalogues.current.lookup(service, name);
    return `# ${plain(name)}\n\n${render({ explanations: [explainEntry(entry)] }, readerLanguages())}`;
  });
}
