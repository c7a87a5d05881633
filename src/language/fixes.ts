import * as vscode from 'vscode';
import { FindingCode } from '../checks/finding';
import { escape, type FoundAt, fixOf, unescape, unescapeOnce, unescapesOf } from '../checks/fixes';
import { type TextEdit } from '../event/textEdit';
import { findingsIn, fixesOfRow } from '../checks/locate';
import { escapableAt, escapedStringsAt, type Place } from '../checks/place';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { visibleRange } from './diagnosticsOf';
import { isWritable, workspaceEditOf } from './edits';
import { codeOf } from './docs';
import { fixAllTitle, fixEventTitle, fixTitle } from '../words/fixTitles';
import { FIX_ALL, FIX_EVENT, UNESCAPE_DOCUMENT, UNESCAPE_EVENT } from './unescapeCommands';
import { isRead } from '../workspace/whenRead';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;
const ESCAPED: ReadonlySet<FindingCode> = new Set([FindingCode.EscapedJson, FindingCode.OverEscapedJson]);

/** Offers the edits that mend what the checks find, and those that unescape and escape what is at the cursor. */
export function registerFixes({ trails }: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      const open = trails.get(document);
      if (open === undefined || !isWritable(document)) return [];
      const isWanted = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) !== false;
      if (!isWanted(QuickFix) && !isWanted(RefactorRewrite)) return [];
      if (open.trail.scanned <= document.offsetAt(range.end) && !(await isRead(open, token))) return [];
      if (token.isCancellationRequested || document.isClosed) return [];
      const actions = new Actions(open, range, context.diagnostics);
      return [...(isWanted(QuickFix) ? actions.quickFixes() : []), ...(isWanted(RefactorRewrite) ? actions.rewrites() : [])];
    },
  };
  return vscode.languages.registerCodeActionsProvider(TRAIL_SELECTOR, provider, {
    providedCodeActionKinds: [QuickFix, RefactorRewrite],
  });
}

/** The actions for one place of a document. */
class Actions {
  private readonly document: vscode.TextDocument;
  private readonly start: number;
  private readonly end: number;

  constructor(
    private readonly open: OpenTrail,
    range: vscode.Range,
    private readonly diagnostics: readonly vscode.Diagnostic[],
  ) {
    this.document = open.document;
    this.start = this.document.offsetAt(range.start);
    this.end = this.document.offsetAt(range.end);
  }

  *quickFixes(): Generator<vscode.CodeAction> {
    const found = findingsIn(this.open.trail, this.start, this.end);
    const codes = new Map<FindingCode, number>();
    for (const one of found) {
      const title = fixTitle(one.finding, vscode.l10n.t);
      const action = title === undefined ? undefined : this.action(title, QuickFix, fixOf(this.open.trail.text, one));
      if (action === undefined) continue;
      // A name in another case is what the platform wrote: nothing is wrong with it.
      action.isPreferred = one.finding.code !== FindingCode.EventNameCase;
      action.diagnostics = this.shownFor([one.finding.code], one);
      codes.set(one.finding.code, one.start);
      yield action;
    }
    yield* this.unescapes(found);
    for (const [code, start] of codes) yield* this.fixAll(code, start);
    yield* this.newLogs();
  }

  /** For all findings of a kind in the event that one of them stands in, where others have more, and in the document. */
  private *fixAll(code: FindingCode, start: number): Generator<vscode.CodeAction> {
    const { trail } = this.open;
    const row = trail.rowAt(start);
    const inEvent = row < 0 ? 0 : fixesOfRow(trail, row, code).length;
    const inAll = this.count(code);
    if (inEvent > 1 && inAll > inEvent) yield this.command(fixEventTitle(code, vscode.l10n.t), FIX_EVENT, code, start);
    if (inAll > 1) yield this.command(fixAllTitle(code, vscode.l10n.t), FIX_ALL, code);
  }

  /** What comparing events finds is mended in a new log: the one that is open is evidence. */
  private *newLogs(): Generator<vscode.CodeAction> {
    for (const [code, command, title] of [
      [FindingCode.DuplicateEvent, 'trail.removeDuplicates', vscode.l10n.t('Make a new log without duplicates')],
      [FindingCode.TimeOrder, 'trail.sortByTime', vscode.l10n.t('Make a new log in the order of time')],
    ] as const) {
      const shown = this.diagnostics.filter((one) => codeOf(one.code) === code);
      if (shown.length === 0) continue;
      const action = this.command(title, command);
      action.diagnostics = shown;
      yield action;
    }
  }

  *rewrites(): Generator<vscode.CodeAction> {
    const value = escapableAt(this.open.trail, this.start);
    if (value === undefined || value.isPlain) return;
    const action = this.action(vscode.l10n.t('Escape again'), RefactorRewrite, escape(this.open.trail.text, value.place));
    if (action !== undefined) yield action;
  }

  /** For the escaped string at the cursor, or, where something else is selected, for the escaped strings that a problem in the selection names. */
  private *unescapes(found: readonly FoundAt[]): Generator<vscode.CodeAction> {
    const { trail } = this.open;
    const starts = [this.start, ...found.filter(({ finding }) => ESCAPED.has(finding.code)).map(({ start }) => start)];
    const places = starts.map((start) => escapedStringsAt(trail, start)).find((some) => some.length > 0);
    const place = places?.at(-1);
    if (places === undefined || place === undefined) return;
    const whole = unescape(trail.text, place);
    const once = unescapeOnce(trail.text, place);
    const parameter = this.action(vscode.l10n.t('Unescape parameter'), QuickFix, whole);
    if (parameter !== undefined) {
      parameter.isPreferred = true;
      parameter.diagnostics = this.shownFor([...ESCAPED], place);
      yield parameter;
    }
    if (once?.text !== whole?.text) {
      const action = this.action(vscode.l10n.t('Unescape one level'), QuickFix, once);
      if (action !== undefined) yield action;
    }
    for (const outer of places.slice(0, -1).reverse()) {
      const action = this.action(vscode.l10n.t('Unescape the string around it'), QuickFix, unescape(trail.text, outer));
      if (action !== undefined) yield action;
    }
    const inEvent = unescapesOf(trail, trail.rowAt(place.start)).length;
    if (inEvent > 1) yield this.command(vscode.l10n.t('Unescape all in this event'), UNESCAPE_EVENT, place.start);
    if (this.count(...ESCAPED) > Math.max(1, inEvent))
      yield this.command(vscode.l10n.t('Unescape all in this document'), UNESCAPE_DOCUMENT);
  }

  /** How many findings of these codes there are in the document, shown or not. */
  private count(...codes: readonly FindingCode[]): number {
    const totals = codes.map((code) => this.open.totals.get(code));
    const behind = this.open.tailFindings.filter(({ code }) => codes.includes(code)).length;
    return totals.reduce((sum, total) => sum + (total?.kept ?? 0) + (total?.dropped ?? 0), behind);
  }

  private action(title: string, kind: vscode.CodeActionKind, edit: TextEdit | undefined): vscode.CodeAction | undefined {
    if (edit === undefined) return undefined;
    const action = new vscode.CodeAction(title, kind);
    action.edit = workspaceEditOf(this.document, [edit]);
    return action;
  }

  /** What is computed only when it is chosen. */
  private command(title: string, command: string, ...args: readonly (number | string)[]): vscode.CodeAction {
    const action = new vscode.CodeAction(title, QuickFix);
    action.command = { title, command, arguments: [this.document.uri.toString(), ...args] };
    return action;
  }

  /** The problems that stand at a place: found by code and range, which the editor keeps; its words may change. */
  private shownFor(codes: readonly FindingCode[], { start, end }: Pick<Place, 'start' | 'end'>): vscode.Diagnostic[] {
    const range = visibleRange(this.document, start, end);
    return this.diagnostics.filter(({ code, range: shown }) => codes.some((one) => one === codeOf(code)) && shown.isEqual(range));
  }
}
