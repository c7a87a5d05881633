import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { HEAD, isTrailHead } from './detect';
import { visible } from './visible';

/** VS Code gives documents above this to no extension; UTF-16 units. */
const EDITOR_LIMIT = 50 * 1024 * 1024;
/** A unit is at most three bytes: above this, no reading is needed to know. Bytes. */
const CERTAIN = 3 * EDITOR_LIMIT;
/** How much is decoded at once; between two pieces others have their turn. Bytes. */
const PIECE = 8 * 1024 * 1024;
/** Names of trails, as package.json has them. */
const TRAIL_NAME = /(?:\.(?:trail|actiontrail)\.(?:json|jsonl|ndjson|log)|(?:^|\/)actiontrail[^/]*\.(?:json|jsonl|ndjson|log))$/i;
/** Names under which a log may stand. */
const LOG_NAME = /\.(?:json|jsonl|ndjson|log|txt)$/i;

/** Says so where a log is too large for VS Code to give it to extensions: the tab is there, and nothing of ours is. */
export function registerTooLarge(): vscode.Disposable {
  return vscode.Disposable.from(new TooLarge());
}

class TooLarge extends Disposable {
  private readonly told = new Set<string>();

  constructor() {
    super();
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        for (const tab of opened) void this.look(tab);
      }),
    );
    for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) void this.look(tab);
  }

  private async look(tab: vscode.Tab): Promise<void> {
    if (!(tab.input instanceof vscode.TabInputText)) return;
    const { uri } = tab.input;
    if (!LOG_NAME.test(uri.path) || this.told.has(uri.toString()) || this.isDisposed) return;
    if (!(await isTooLargeLog(uri)) || this.told.has(uri.toString())) return;
    this.told.add(uri.toString());
    const name = visible(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} has more than {1} characters. VS Code gives no file of this size to extensions, so Trail Log Inspector shows nothing for it: no meanings, no tree, no checks. Split it into smaller files.',
        name,
        new Intl.NumberFormat(vscode.env.language).format(EDITOR_LIMIT),
      ),
    );
  }
}

/** Whether a file is a log that is too large. One that is so large that it would have to be read to know is judged by its name. */
async function isTooLargeLog(uri: vscode.Uri): Promise<boolean> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= EDITOR_LIMIT) return false;
    if (size > CERTAIN) return TRAIL_NAME.test(uri.path);
    const bytes = await vscode.workspace.fs.readFile(uri);
    return (TRAIL_NAME.test(uri.path) || isLog(uri, bytes)) && (await exceeds(bytes, EDITOR_LIMIT));
  } catch {
    // No provider, or no file any more: nothing to say of it.
    return false;
  }
}

function isLog(uri: vscode.Uri, bytes: Uint8Array): boolean {
  if (vscode.workspace.getConfiguration('trail', uri).get<string>('detect', 'on') === 'off') return false;
  return isTrailHead(new TextDecoder().decode(bytes.subarray(0, HEAD)));
}

/** Whether the text has more units than `limit`. */
async function exceeds(bytes: Uint8Array, limit: number): Promise<boolean> {
  const decoder = new TextDecoder();
  let length = 0;
  for (let at = 0; at < bytes.length && length <= limit; at += PIECE) {
    length += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }).length;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return length > limit;
}
