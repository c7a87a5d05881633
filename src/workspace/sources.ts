import * as vscode from 'vscode';
import { type Platform } from '../platform/platform';
import { Disposable } from './disposable';
import { keyIn } from './eventAddress';
import { EventDocuments } from './eventDocuments';
import { type Faults, inBackground } from './faults';
import { EVENT_SCHEME, SUMMARY_SCHEME } from './language';
import { OpenFile } from './openFile';
import { OpenFolder } from './openFolder';
import { type OpenSource } from './openSource';
import { type Trails } from './trails';

/** The logs that are open without a document. Each stays as long as one of its tabs: its file's own, its summary, its events. */
export class Sources extends Disposable {
  private readonly open = new Map<string, OpenSource>();
  private readonly activated = this.register(new vscode.EventEmitter<OpenSource | undefined>());
  /** The source of the active tab has changed; undefined where that tab is of none. */
  readonly onDidChangeActive = this.activated.event;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** A source was opened or closed. */
  readonly onDidChange = this.changed.event;
  private last: OpenSource | undefined;

  /** Their events, one by one. */
  readonly documents: EventDocuments;

  constructor(
    private readonly platform: Platform,
    trails: Trails,
    faults: Faults,
  ) {
    super();
    this.documents = this.register(new EventDocuments((uri) => this.of(uri), trails, faults));
    inBackground(faults, closeOrphans);
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(() => {
        this.update();
      }),
    );
    this.register(
      vscode.window.tabGroups.onDidChangeTabGroups(() => {
        this.update();
      }),
    );
  }

  get all(): readonly OpenSource[] {
    return [...this.open.values()];
  }

  /** The source of the active tab. */
  get active(): OpenSource | undefined {
    return this.ofTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  }

  /** Whether one of the source's tabs is the front one of its group. */
  isVisible(source: OpenSource): boolean {
    return vscode.window.tabGroups.all.some(({ activeTab }) => this.ofTab(activeTab) === source);
  }

  /** The source that a document or a tab of this address is of. */
  of(uri: vscode.Uri): OpenSource | undefined {
    if (uri.scheme === EVENT_SCHEME || uri.scheme === SUMMARY_SCHEME) {
      const key = keyIn(uri);
      return this.all.find((source) => source.key === key);
    }
    return this.open.get(uri.toString());
  }

  /** Opens a file that is too large for a document; the same one once. `reading` ends when it has been read. */
  async openFile(uri: vscode.Uri): Promise<{ readonly source: OpenSource; readonly reading: Promise<void> }> {
    const known = this.open.get(uri.toString());
    if (known !== undefined) return { source: known, reading: Promise.resolve() };
    const source = await OpenFile.open(this.platform, uri, this.documents);
    return this.add(source, () => source.read());
  }

  /** Opens all logs below a folder as one; a folder that is open is read again. */
  openFolder(uri: vscode.Uri): { readonly source: OpenSource; readonly reading: Promise<void> } {
    this.drop(uri.toString());
    const source = new OpenFolder(this.platform, uri, this.documents);
    return this.add(source, () => source.read());
  }

  override dispose(): void {
    for (const source of this.open.values()) source.dispose();
    this.open.clear();
    super.dispose();
  }

  private add(source: OpenSource, read: () => Promise<void>): { readonly source: OpenSource; readonly reading: Promise<void> } {
    this.open.set(source.uri.toString(), source);
    this.update();
    this.changed.fire();
    return { source, reading: read() };
  }

  private drop(key: string): void {
    this.open.get(key)?.dispose();
    if (this.open.delete(key)) this.changed.fire();
  }

  private update(): void {
    const { active } = this;
    if (active === this.last) {
      this.dropClosed();
      return;
    }
    this.last = active;
    this.activated.fire(active);
    this.dropClosed();
  }

  /** Gives up sources whose last tab was closed; one that has not been shown yet has none. */
  private dropClosed(): void {
    const shown = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => this.ofTab(tab))));
    for (const [key, source] of this.open) {
      if (shown.has(source)) this.seen.add(source);
      else if (this.seen.has(source)) this.drop(key);
    }
  }

  private readonly seen = new WeakSet<OpenSource>();

  private ofTab(tab: vscode.Tab | undefined): OpenSource | undefined {
    return tab?.input instanceof vscode.TabInputText ? this.of(tab.input.uri) : undefined;
  }
}

/** Closes tabs of an earlier session: their logs are not open any more. */
async function closeOrphans(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const schemes: readonly string[] = [EVENT_SCHEME, SUMMARY_SCHEME];
  const orphans = tabs.filter(({ input }) => input instanceof vscode.TabInputText && schemes.includes(input.uri.scheme));
  if (orphans.length > 0) await vscode.window.tabGroups.close(orphans, true);
}
