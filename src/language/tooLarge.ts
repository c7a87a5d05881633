import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { HEAD, isTrailHead } from './detect';
import { visible } from './visible';

/** VS Code gives documents above this to no extension; UTF-16 units, so at least so many bytes. */
const EDITOR_LIMIT = 50 * 1024 * 1024;
/** Larger files are not read to find out whether they are logs: an API for the beginning of a file does not exist. Bytes. */
const MAX_READ = 512 * 1024 * 1024;
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
    if (!(await isTooLarge(uri)) || !(await isLog(uri)) || this.told.has(uri.toString())) return;
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

async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size <= EDITOR_LIMIT) return false;
  } catch {
    // No provider, or no file any more: nothing to say of it.
    return false;
  }
  try {
    await vscode.workspace.openTextDocument(uri);
    return false;
  } catch {
    // That is how VS Code says that it keeps the document to itself.
    return true;
  }
}

async function isLog(uri: vscode.Uri): Promise<boolean> {
  if (TRAIL_NAME.test(uri.path)) return true;
  if (vscode.workspace.getConfiguration('trail', uri).get<string>('detect', 'on') === 'off') return false;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MAX_READ) return false;
    const head = (await vscode.workspace.fs.readFile(uri)).subarray(0, HEAD);
    return isTrailHead(new TextDecoder().decode(head).replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
}
