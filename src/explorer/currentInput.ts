import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { type OpenTrail } from '../workspace/openTrail';
import { type Trails } from '../workspace/trails';
import { DocumentInput } from './documentInput';
import { type ExplorerInput } from './input';

/**
 * Which log the explorer shows: that of the active editor. While the focus is in something that is no editor (the tree itself, the output, a terminal) or
 * in an editor of another kind, the last one stays as long as it can be seen.
 */
export class CurrentInput extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private shown: OpenTrail | undefined;

  constructor(private readonly trails: Trails) {
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
    this.update();
  }

  get input(): ExplorerInput | undefined {
    return this.shown === undefined ? undefined : DocumentInput.of(this.shown);
  }

  private update(): void {
    const next = this.choose();
    if (next === this.shown) return;
    this.shown = next;
    this.changed.fire();
  }

  private choose(): OpenTrail | undefined {
    const { activeTextEditor: editor, visibleTextEditors } = vscode.window;
    const active = this.trails.active;
    if (active !== undefined) return active;
    const last = this.shown !== undefined && this.trails.all.includes(this.shown) ? this.shown : undefined;
    // An editor outside of the editor area (output, an input box) has no column.
    if (editor?.viewColumn === undefined) return last !== undefined && hasTab(last.uri) ? last : undefined;
    const visible = visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined).map(({ document }) => document);
    if (last !== undefined && visible.includes(last.document)) return last;
    return this.trails.all.find((trail) => visible.includes(trail.document));
  }
}

/** Whether some tab shows a document. */
function hasTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === wanted;
      if (input instanceof vscode.TabInputTextDiff)
        return input.original.toString() === wanted || input.modified.toString() === wanted;
      return false;
    }),
  );
}
