import * as vscode from 'vscode';
import { type Platform } from '../platform/platform';
import { BlockSource } from '../sources/blockSource';
import { EDITOR_LIMIT } from '../sources/limits';
import { exceedsUnits } from '../sources/units';
import { Disposable } from './disposable';
import { type Faults, inBackground } from './faults';
import { type Sources } from './sources';
import { showInfo } from './notices';

/** Names of trails, as package.json has them. */
const TRAIL_NAME = /(?:\.(?:trail|actiontrail)\.(?:json|jsonl|ndjson|log)|(?:^|\/)actiontrail[^/]*\.(?:json|jsonl|ndjson|log))$/i;
/** Names under which a log may stand. */
const LOG_NAME = /\.(?:json|jsonl|ndjson|log|txt)$/i;

/** Tells by the beginning of a text whether it is a trail. */
export type IsTrailHead = (head: string) => boolean;

/** Finds logs that are too large for VS Code to give them to extensions: the tab is there, and no document. They are read as files. */
export class LargeFiles extends Disposable {
  private readonly looked = new Set<string>();

  constructor(
    private readonly platform: Platform,
    private readonly sources: Sources,
    private readonly head: { readonly length: number; readonly isTrail: IsTrailHead },
    private readonly faults: Faults,
  ) {
    super();
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const tab of closed) if (tab.input instanceof vscode.TabInputText) this.looked.delete(tab.input.uri.toString());
        for (const tab of opened) this.begin(tab);
      }),
    );
    for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) this.begin(tab);
  }

  private begin(tab: vscode.Tab): void {
    inBackground(this.faults, () => this.look(tab));
  }

  private async look(tab: vscode.Tab): Promise<void> {
    if (!(tab.input instanceof vscode.TabInputText)) return;
    const { uri } = tab.input;
    const key = uri.toString();
    if (!LOG_NAME.test(uri.path) || this.looked.has(key) || this.isDisposed) return;
    this.looked.add(key);
    if (!(await this.isLargeLog(uri))) return;
    const { source, reading } = await this.sources.openFile(uri);
    await reading;
    if (source.nature.isTrail) this.tell(source.title);
  }

  private async isLargeLog(uri: vscode.Uri): Promise<boolean> {
    const { files } = this.platform;
    const key = uri.toString();
    try {
      if ((await files.stat(key)).size <= EDITOR_LIMIT) return false;
    } catch {
      // No provider, or no file any more: the editor says so itself.
      return false;
    }
    if (!TRAIL_NAME.test(uri.path) && vscode.workspace.getConfiguration('trail', uri).get<string>('detect', 'on') === 'off')
      return false;
    const blocks = await files.open(key);
    try {
      const head = new BlockSource(blocks).read(0, this.head.length);
      return (TRAIL_NAME.test(uri.path) || this.head.isTrail(head)) && (await exceedsUnits(blocks, EDITOR_LIMIT));
    } finally {
      blocks.dispose();
    }
  }

  private tell(name: string): void {
    const limit = new Intl.NumberFormat(vscode.env.language).format(EDITOR_LIMIT);
    void showInfo(
      vscode.l10n.t(
        '{0} has more than {1} characters, so VS Code gives its text to no extension. Its events are in the view Events: a click there opens one of them.',
        name,
        limit,
      ),
    );
  }
}
