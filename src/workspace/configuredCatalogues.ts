import * as vscode from 'vscode';
import { Importer, type ImportResult } from '../knowledge/import/importer';
import { type Platform } from '../platform/platform';
import { Disposable } from './disposable';
import { together } from './together';
import { type Faults, inBackground } from './faults';
import { globTest, splitGlob } from './glob';
import { NotedFiles, type ReadFiles } from './notedFiles';
import { readInto } from './readCatalogue';

const SETTING = 'trail.catalogues';
/** An editor saves in several steps; ms. */
const SETTLE = 300;
/** When files are looked at after they were read: what watches them begins some time later; ms. */
const LOOKS = [1_000, 5_000];

/** What one entry of the setting gives. */
export interface Configured {
  readonly entry: string;
  readonly trust: 'workspace' | 'user';
  readonly result: ImportResult;
}

/** An entry's place: a file or folder, or a folder and what is wanted of it. */
interface Place {
  readonly uri: vscode.Uri;
  readonly pattern: string | undefined;
}

/** The catalogues of the setting `trail.catalogues`, read again when the setting or a file changes. Those of a workspace only when it is trusted. */
export class ConfiguredCatalogues extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private watchers: vscode.Disposable = together();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looks: readonly ReturnType<typeof setTimeout>[] = [];
  private round = 0;
  private known: readonly Configured[] = [];

  constructor(
    private readonly platform: Pick<Platform, 'files' | 'home'>,
    private readonly faults: Faults,
  ) {
    super();
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) this.later();
      }),
    );
    this.register(
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.later();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.later();
      }),
    );
  }

  get all(): readonly Configured[] {
    return this.known;
  }

  /** Reads everything anew. */
  async load(): Promise<void> {
    const round = ++this.round;
    this.watchers.dispose();
    for (const look of this.looks) clearTimeout(look);
    const noted = new NotedFiles(this.platform.files);
    const entries = this.entries();
    const places = entries.map(({ entry, trust }) => this.placesOf(entry, trust));
    this.watchers = together(...places.flat().flatMap((place) => this.watch(place)));
    const configured: Configured[] = [];
    for (const [at, { entry, trust }] of entries.entries()) {
      const result = await read(noted, entry, places[at] ?? []);
      // While this was read, a file or the setting has changed again.
      if (round !== this.round || this.isDisposed) return;
      configured.push({ entry, trust, result });
    }
    this.looks = LOOKS.map((ms) => this.lookIn(ms, noted));
    if (this.known.length === 0 && configured.length === 0) return;
    this.known = configured;
    this.changed.fire();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    for (const look of this.looks) clearTimeout(look);
    this.watchers.dispose();
    super.dispose();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      inBackground(this.faults, () => this.load());
    }, SETTLE);
  }

  /** Looks once whether a file that was read is another one. */
  private lookIn(ms: number, noted: NotedFiles): ReturnType<typeof setTimeout> {
    const { round } = this;
    const look = async (): Promise<void> => {
      if ((await noted.areStale()) && round === this.round && !this.isDisposed) this.later();
    };
    return setTimeout(() => {
      inBackground(this.faults, look);
    }, ms);
  }

  private entries(): readonly { readonly entry: string; readonly trust: Configured['trust'] }[] {
    const values = vscode.workspace.getConfiguration().inspect<unknown>(SETTING);
    const workspace = vscode.workspace.isTrusted ? listOf(values?.workspaceValue) : [];
    return [
      ...workspace.map((entry) => ({ entry, trust: 'workspace' as const })),
      ...listOf(values?.globalValue).map((entry) => ({ entry, trust: 'user' as const })),
    ];
  }

  /** A relative path is one of the workspace, in each of its folders; in the user's settings there is nothing that it could be relative to. */
  private placesOf(entry: string, trust: Configured['trust']): readonly Place[] {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(entry)) {
      const uri = vscode.Uri.parse(entry);
      const { folder, pattern } = splitGlob(uri.path);
      return [{ uri: uri.with({ path: folder }), pattern }];
    }
    const { home } = this.platform;
    const path = entry.replaceAll('\\', '/');
    const { folder, pattern } = splitGlob(path.startsWith('~/') && home !== undefined ? `${home}${path.slice(1)}` : path);
    if (/^(?:\/|[a-z]:\/)/i.test(folder)) return [{ uri: vscode.Uri.file(folder), pattern }];
    if (trust === 'user' || path.startsWith('~')) return [];
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({ uri: vscode.Uri.joinPath(uri, folder), pattern }));
  }

  private watch({ uri, pattern }: Place): readonly vscode.Disposable[] {
    const parent = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    // The pattern is matched here: it may be one that the editor's own matching takes for ever for.
    const isWanted = pattern === undefined ? () => true : globTest(pattern);
    const isDeep = pattern === undefined || /\/|\*\*/.test(pattern);
    const below = new vscode.RelativePattern(uri, isDeep ? '**' : '*');
    const patterns = pattern === undefined ? [new vscode.RelativePattern(parent, name), below] : [below];
    const start = uri.path.replace(/\/+$/, '').length + 1;
    return patterns.flatMap((wanted) => {
      const watcher = vscode.workspace.createFileSystemWatcher(wanted);
      const later = ({ path }: vscode.Uri): void => {
        if (isWanted(path.slice(start))) this.later();
      };
      return [watcher, watcher.onDidCreate(later), watcher.onDidChange(later), watcher.onDidDelete(later)];
    });
  }
}

async function read(files: ReadFiles, entry: string, places: readonly Place[]): Promise<ImportResult> {
  const importer = new Importer();
  if (places.length === 0) importer.report('relative', entry);
  for (const { uri, pattern } of await existing(places))
    await readInto(files, importer, uri, undefined, pattern === undefined ? undefined : globTest(pattern));
  return importer.finish();
}

/** In a workspace of several folders a relative path need not be in each of them. */
async function existing(places: readonly Place[]): Promise<readonly Place[]> {
  if (places.length < 2) return places;
  const found = await Promise.all(
    places.map((place) =>
      vscode.workspace.fs.stat(place.uri).then(
        () => [place],
        () => [],
      ),
    ),
  );
  return found.flat().length > 0 ? found.flat() : places.slice(0, 1);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '') : [];
}

/** What a configured catalogue is called in hovers. */
export function nameOf({ entry }: Configured): string {
  return (
    entry
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? entry
  );
}
