import * as vscode from 'vscode';
import { memberPart, type Part } from '../event/member';
import { type Nature } from '../trail/shape';
import { StringSource } from '../trail/source';
import { Trail } from '../trail/trail';
import { type OpenSource } from './openSource';
import { EVENT_SCHEME } from './sources';
import { type EventDocuments, rowOf } from './eventDocuments';
import { type EventFinding, type ExplorerInput, type RevealOptions } from './input';
import { showError } from './notices';

const known = new WeakMap<OpenSource, SourceInput>();

/** A log that is in no document as the explorer's input: its events open one by one. */
export class SourceInput implements ExplorerInput {
  readonly onDidChange: vscode.Event<void>;
  readonly onDidSelect: vscode.Event<void>;
  readonly onDidFind: vscode.Event<number>;

  private constructor(
    private readonly source: OpenSource,
    private readonly documents: EventDocuments,
  ) {
    this.onDidChange = source.onDidChange;
    this.onDidFind = (listener, thisArg: unknown, disposables) =>
      documents.onDidFind(
        ({ source: of, row }) => {
          if (of === source) listener.call(thisArg, row);
        },
        undefined,
        disposables,
      );
    this.onDidSelect = (listener, thisArg: unknown, disposables) =>
      vscode.window.onDidChangeActiveTextEditor(
        () => {
          listener.call(thisArg);
        },
        undefined,
        disposables,
      );
  }

  static of(source: OpenSource, documents: EventDocuments): SourceInput {
    let input = known.get(source);
    if (input === undefined) known.set(source, (input = new SourceInput(source, documents)));
    return input;
  }

  get key(): string {
    return this.source.id;
  }

  get log(): OpenSource {
    return this.source;
  }

  get title(): string {
    return this.source.title;
  }

  get trail(): Trail {
    return this.source.trail;
  }

  get nature(): Nature {
    return this.source.nature;
  }

  readonly isDuplicate = (row: number): boolean => this.source.isDuplicate?.(row) === true;

  readonly limits = (): readonly string[] => this.source.limits();

  readonly findings = (row: number): readonly EventFinding[] => this.documents.findings(this.source, row);

  selectedRow(): number {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri?.scheme === EVENT_SCHEME && uri.query.startsWith(`${this.source.id}&`) ? rowOf(this.source.trail, uri) : -1;
  }

  position(): number {
    return this.selectedRow();
  }

  async reveal(row: number, { preserveFocus, part: given, member, uncovered }: RevealOptions): Promise<void> {
    try {
      const editor = await this.documents.show(this.source, row, preserveFocus, uncovered);
      const part = given ?? (member && shownPart(editor.document.getText(), member));
      if (part === undefined) return;
      const range = new vscode.Range(editor.document.positionAt(part.start), editor.document.positionAt(part.end));
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The event cannot be read: {0}', reason));
    }
  }
}

/** Where a member's value stands in the document of a single event, which is laid out otherwise than the log. */
function shownPart(text: string, member: readonly string[]): Part | undefined {
  const trail = Trail.of(new StringSource(text));
  const part = trail.rows.size === 0 ? undefined : memberPart(trail, 0, member);
  const base = part === undefined ? 0 : trail.rows.start(0);
  return part && { start: base + part.start, end: base + part.end };
}
