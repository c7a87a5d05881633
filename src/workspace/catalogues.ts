import * as vscode from 'vscode';
import { builtin, type Catalogue, type CatalogueLayer, createCatalogue } from '../knowledge/catalogue';
import { currentCatalogue, setCurrentCatalogue } from '../knowledge/current';
import { type CatalogueFile } from '../knowledge/entry';
import { conflictsWith } from '../knowledge/import/conflicts';
import { type ImportResult, type Names } from '../knowledge/import/collector';
import { type SetMeta } from '../knowledge/import/stored';
import { addRegions } from '../knowledge/regions';
import { addServices } from '../knowledge/services';
import { type Platform } from '../platform/platform';
import { CatalogueStore, type Stored } from './catalogueStore';
import { type Configured, ConfiguredCatalogues, nameOf } from './configuredCatalogues';
import { Disposable } from './disposable';
import { type Faults, inBackground } from './faults';
import { inSlices } from './readCatalogue';

/** Where the imported sets lie in the extension's global storage. */
const FOLDER = 'catalogues';

/**
 * What explains event names: the workspace's own catalogues, the user's, the imported ones and the built-in one, in this order of trust.
 * `current` is there at once, and better once `whenReady` has resolved: everything else is read from disk.
 */
export class Catalogues extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Meanings may be others now. */
  readonly onDidChange = this.changed.event;
  private readonly store: CatalogueStore;
  private readonly settings: ConfiguredCatalogues;
  private readonly ready: Promise<void>;
  private sets: readonly Stored[] = [];
  /** Whether there is nothing but the built-in catalogue. */
  private isPlain = true;

  constructor(storage: vscode.Uri, platform: Pick<Platform, 'files' | 'home'>, faults: Faults) {
    super();
    this.store = this.register(new CatalogueStore(vscode.Uri.joinPath(storage, FOLDER)));
    this.settings = this.register(new ConfiguredCatalogues(platform, faults));
    this.register(
      this.store.onDidChange(() => {
        inBackground(faults, () => this.reload());
      }),
    );
    this.register(
      this.settings.onDidChange(() => {
        this.update();
      }),
    );
    this.ready = Promise.all([this.reload(), this.settings.load()]).then(() => undefined, faults.tell);
  }

  get current(): Catalogue {
    return currentCatalogue();
  }

  /** Resolves once what is stored and configured has been read. */
  whenReady(): Promise<void> {
    return this.ready;
  }

  /** The imported sets, the latest first. */
  get imported(): readonly Stored[] {
    return this.sets;
  }

  /** The catalogues of the settings. */
  get configured(): readonly Configured[] {
    return this.settings.all;
  }

  /** Stores what was imported, in the place of a set with the same id. */
  async add(
    about: Pick<SetMeta, 'id' | 'source' | 'origin'>,
    { files, count, languages, products, regions, problems, problemCount }: Omit<ImportResult, 'withoutService'>,
  ): Promise<SetMeta> {
    const meta: SetMeta = {
      ...about,
      date: new Date().toISOString(),
      count,
      languages,
      conflicts: (await inSlices(countConflicts(files))) ?? 0,
      problems,
      problemCount,
      products: tuples(products),
      regions: tuples(regions),
    };
    await this.store.save(meta, files);
    await this.reload();
    return meta;
  }

  async remove(id: string): Promise<void> {
    await this.store.remove(id);
    await this.reload();
  }

  override dispose(): void {
    setCurrentCatalogue(undefined);
    super.dispose();
  }

  private async reload(): Promise<void> {
    this.sets = await this.store.list();
    if (!this.isDisposed) this.update();
  }

  private update(): void {
    const wasPlain = this.isPlain;
    this.isPlain = this.sets.length === 0 && this.settings.all.length === 0;
    // At most starts nothing is stored: nobody need look anything up again.
    if (wasPlain && this.isPlain) return;
    const metas = this.sets.flatMap(({ set }) => (set ? [set.meta] : []));
    addServices(metas.flatMap(({ products }) => products.map(([name, zh, en]) => ({ name, zh, en }))));
    addRegions(metas.flatMap(({ regions }) => regions.map(([id, zh, en]) => ({ id, zh, en }))));
    setCurrentCatalogue(createCatalogue([...this.layers(), builtin()]));
    this.changed.fire();
  }

  private layers(): readonly CatalogueLayer[] {
    const configured = this.settings.all.map((each): CatalogueLayer => ({
      id: each.trust,
      source: nameOf(each),
      files: () => each.result.files,
    }));
    const imported = this.sets.flatMap(({ set }): CatalogueLayer[] =>
      set ? [{ id: 'imported', source: set.meta.source, files: () => set.files }] : [],
    );
    return [...configured, ...imported];
  }
}

function* countConflicts(files: readonly CatalogueFile[]): Generator<void, number> {
  let count = 0;
  const layer = builtin();
  for (const file of files) {
    for (const conflict of conflictsWith([file], layer)) if (conflict.name !== '') count++;
    yield;
  }
  return count;
}

/** Only what has a name in both languages is of use. */
function tuples(names: Names): SetMeta['products'] {
  return [...names].flatMap(([key, { zh, en }]) => {
    const [one, two] = [zh ?? en, en ?? zh];
    return one === undefined || two === undefined ? [] : [[key, one, two] as const];
  });
}
