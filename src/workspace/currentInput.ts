import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { isDerived } from './language';
import { type Log, logInFront } from './log';
import { OpenSource } from './openSource';
import { type Sources } from './sources';
import { tabbedUris } from './tabs';
import { type Trails } from './trails';
import { DocumentInput } from './documentInput';
import { type EventDocuments } from './eventDocuments';
import { type ExplorerInput } from './input';
import { SourceInput } from './sourceInput';

/** Logs that are in no document, and how their events are shown. */
interface Undocumented {
  readonly sources: Sources;
  readonly documents: EventDocuments;
}

/**
 * Which log the explorer shows: that of the active editor. While the focus is in something that is no editor (the tree itself, the output, a terminal) or
 * in an editor of another kind, the last one stays as long as it can be seen.
 */
export class CurrentInput extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private shown: Log | undefined;

  constructor(
    private readonly trails: Trails,
    private readonly undocumented?: Undocumented,
  ) {
    super();
    const update = (): void => {
      this.update();
    };
    this.register(trails.onDidChangeActive(update));
    this.register(trails.onDidOpen(update));
    this.register(trails.onDidClose(update));
    this.register(vscode.window.onDidChangeActiveTextEditor(update));
    this.register(vscode.window.onDidChangeVisibleTextEditors(update));
    this.register(vscode.window.tabGroups.onDidChangeTabs(update));
    if (undocumented !== undefined) this.register(undocumented.sources.onDidChangeActive(update));
    this.update();
  }

  /** The log that is shown. */
  get log(): Log | undefined {
    return this.shown;
  }

  get input(): ExplorerInput | undefined {
    const { shown, undocumented } = this;
    if (shown instanceof OpenSource) return undocumented && SourceInput.of(shown, undocumented.documents);
    return shown === undefined ? undefined : DocumentInput.of(shown);
  }

  private update(): void {
    const next = this.choose();
    if (next === this.shown) return;
    this.shown = next;
    this.changed.fire();
  }

  private choose(): Log | undefined {
    const { activeTextEditor: editor, visibleTextEditors } = vscode.window;
    const { trails } = this;
    const { sources } = this.undocumented ?? {};
    const front = sources === undefined ? trails.active : logInFront({ trails, sources });
    // What is decoded is read beside its log.
    if (front !== undefined && !isDerived(front.uri)) return front;
    const { shown } = this;
    // A panel that stands in front of it, such as its overview, is no editor: the log stays as long as it is open.
    if (
      shown instanceof OpenSource &&
      (editor?.viewColumn === undefined ? sources?.all.includes(shown) : sources?.isVisible(shown))
    )
      return shown;
    const last = trails.all.find((trail) => trail === shown);
    // An editor outside of the editor area (output, an input box) has no column.
    if (editor?.viewColumn === undefined && last !== undefined && tabbedUris().has(last.uri.toString())) return last;
    const visible = visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined).map(({ document }) => document);
    if (last !== undefined && visible.includes(last.document)) return last;
    // After a reload of the window the focus may be in a panel, and nothing was shown before.
    return (
      trails.all.find(({ document, uri }) => !isDerived(uri) && sources?.of(uri) === undefined && visible.includes(document)) ??
      sources?.all.find((source) => sources.isVisible(source))
    );
  }
}
