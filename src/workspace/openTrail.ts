import * as vscode from 'vscode';
import { memberPart } from '../event/member';
import { type Groups } from '../trail/group/groups';
import { findValue } from '../trail/search';
import { batches } from '../trail/steps';
import { CheckedTrail } from './checkedTrail';
import { groupedIn, type Grouping } from './grouped';
import { type EventFinding, type Found, type Locate, type OpenLog, type Place, type RevealOptions, type Search } from './openLog';
import { columnBeside, showRange } from './reveal';

let count = 0;

/** The log of an open document. */
export class OpenTrail extends CheckedTrail implements OpenLog {
  readonly key = `document-${++count}`;
  private last: vscode.TextEditor | undefined;

  readonly onDidSelect: vscode.Event<void> = (listener, thisArg: unknown, disposables) =>
    vscode.window.onDidChangeTextEditorSelection(
      ({ textEditor }) => {
        if (textEditor.document !== this.document) return;
        this.last = textEditor;
        listener.call(thisArg);
      },
      undefined,
      disposables,
    );

  get title(): string {
    return this.uri.path.split('/').at(-1) ?? '';
  }

  recordText(row: number): string {
    return this.trail.recordText(row);
  }

  watch(): () => boolean {
    const { document } = this;
    const { version } = document;
    return () => !document.isClosed && document.version === version;
  }

  selectedRow(): number {
    const editor = this.editor;
    if (editor === undefined) return -1;
    const { rows } = this.trail;
    const offset = this.document.offsetAt(editor.selection.active);
    // Where one record touches the next, the cursor is in the one that starts there: that is where `reveal` puts it.
    const row = rows.firstEndingAfter(offset);
    return row < rows.size && rows.start(row) <= offset ? row : this.trail.rowAt(offset);
  }

  position(): number {
    const row = this.selectedRow();
    const { editor } = this;
    if (row >= 0 || editor === undefined) return row;
    return this.trail.rows.firstEndingAfter(this.document.offsetAt(editor.selection.active)) - 0.5;
  }

  rowShownAt(): number {
    return -1;
  }

  async reveal(row: number, { preserveFocus, part: given, member, uncovered }: RevealOptions): Promise<void> {
    const { rows } = this.trail;
    const part = given ?? (member && memberPart(this.trail, row, member));
    const start = rows.start(row);
    const range = this.range(
      part === undefined ? start : start + part.start,
      part === undefined ? rows.end(row) : start + part.end,
    );
    const viewColumn = this.editor?.viewColumn ?? columnBeside(uncovered);
    await showRange(this.document, range, { preserveFocus, viewColumn });
  }

  places(row: number, locate: Locate): readonly Place[] {
    const { uri } = this;
    const base = this.trail.rows.start(row);
    const event = this.rowRange(row);
    const parts = locate(this.trail, row).map(({ start, end }) => this.range(base + start, base + end));
    return (parts.length === 0 ? [event] : parts).map((range) => ({ uri, event, range }));
  }

  async *search({ value, goesOn }: Search): AsyncGenerator<Found, void, undefined> {
    const { text } = this.trail;
    for await (const locations of batches(this.locations(value), goesOn)) {
      const end = locations.at(-1)?.range.end;
      const share = end === undefined || text.length === 0 ? 0 : this.document.offsetAt(end) / text.length;
      yield { locations, share, problems: [] };
    }
  }

  group(grouping: Grouping): Promise<Groups | undefined> {
    return groupedIn(this.trail, grouping);
  }

  isDuplicate(): boolean {
    return false;
  }

  limits(): readonly string[] {
    return [];
  }

  eventFindings(): readonly EventFinding[] {
    return [];
  }

  private *locations(value: string): Generator<vscode.Location | undefined> {
    for (const hit of findValue(this.trail.text, value))
      yield hit && new vscode.Location(this.uri, this.range(hit.start, hit.end));
  }

  /** The editor that shows the document: the active one, else the one used last, else any. */
  private get editor(): vscode.TextEditor | undefined {
    const { document } = this;
    const active = vscode.window.activeTextEditor;
    if (active?.document === document) return active;
    const visible = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    return visible.find((editor) => editor === this.last) ?? visible[0];
  }
}
