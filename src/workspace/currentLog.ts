import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type Logs } from './logs';
import { type OpenLog } from './openLog';

/** A panel that is about a log. */
export interface LogPanel {
  /** Whether its tab is the active one. */
  readonly isActive: boolean;
  readonly log: OpenLog | undefined;
}

/** Logs that were shown before are remembered up to this many. */
const MAX_RECENT = 50;

/**
 * The log that everything is about: the tree shows it, commands work on it. It is the one that the document or the panel of the active tab leads to; where
 * that leads to none, or the focus is in something that is no tab (the tree itself, the output, a terminal), the one that was shown last and is still open.
 */
export class CurrentLog extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly panels = new Set<LogPanel>();
  /** The addresses of the logs that were shown, the latest first: one that is read anew is another one with the same address. */
  private recent: readonly string[] = [];
  private shown: OpenLog | undefined;

  constructor(private readonly logs: Logs) {
    super();
    const update = (): void => {
      this.update();
    };
    this.register(logs.onDidChange(update));
    this.register(vscode.window.onDidChangeActiveTextEditor(update));
    this.register(vscode.window.onDidChangeVisibleTextEditors(update));
    this.register(vscode.window.tabGroups.onDidChangeTabs(update));
    this.register(vscode.window.tabGroups.onDidChangeTabGroups(update));
    this.update();
  }

  get log(): OpenLog | undefined {
    return this.shown;
  }

  /** Lets a panel lead to its log. Whoever adds it calls `update` when what it says is another. */
  add(panel: LogPanel): vscode.Disposable {
    this.panels.add(panel);
    this.update();
    return new vscode.Disposable(() => this.panels.delete(panel));
  }

  /** Looks again which log is the current one. */
  update(): void {
    const next = this.choose();
    if (next !== undefined) {
      const address = next.uri.toString();
      if (this.recent[0] !== address)
        this.recent = [address, ...this.recent.filter((one) => one !== address)].slice(0, MAX_RECENT);
    }
    if (next === this.shown) return;
    this.shown = next;
    this.changed.fire();
  }

  private choose(): OpenLog | undefined {
    const front = this.inFront();
    if (front !== undefined) return front;
    const { logs } = this;
    const { shown } = logs;
    for (const address of this.recent) {
      const known = shown.find(({ uri }) => uri.toString() === address);
      if (known !== undefined) return known;
    }
    // After a reload of the window nothing was shown before: what can be seen comes before what is hidden.
    for (const { document, viewColumn } of vscode.window.visibleTextEditors) {
      const log = viewColumn === undefined ? undefined : logs.of(document.uri);
      if (log !== undefined) return log;
    }
    return shown.at(-1);
  }

  /** The log that the active tab leads to. */
  private inFront(): OpenLog | undefined {
    const { activeTextEditor: editor, tabGroups } = vscode.window;
    // An editor outside of the editor area (an output, an input box) has no column. The editor is told before its tab is.
    const ofEditor = editor?.viewColumn === undefined ? undefined : this.logs.of(editor.document.uri);
    if (ofEditor !== undefined) return ofEditor;
    const input: unknown = tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputWebview) return [...this.panels].find(({ isActive }) => isActive)?.log;
    if (input instanceof vscode.TabInputTextDiff) return this.logs.of(input.modified) ?? this.logs.of(input.original);
    if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return this.logs.of(input.uri);
    return undefined;
  }
}
