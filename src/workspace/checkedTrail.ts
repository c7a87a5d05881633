import * as vscode from 'vscode';
import { Budget, type RowFindings } from '../checks/budget';
import { checkRow, checkTail } from '../checks/check';
import { crossCheck, type CrossFindings, NO_CROSS_FINDINGS } from '../checks/crossChecks';
import { deliveredAt } from '../checks/delivered';
import { type Finding } from '../checks/finding';
import { type LimitReason, limitOf } from '../checks/limitReasons';
import { type Nature, natureOf } from '../trail/shape';
import { type Steps } from '../trail/steps';
import { type Edit, type Replacement, Trail } from '../trail/trail';
import { Disposable } from './disposable';
import { DocumentSource } from './documentSource';
import { type Faults } from './faults';
import { PendingRows } from './pendingRows';
import { showProgress } from './notices';
import { hasSameColumns } from './sameColumns';

/** How long work may hold the extension host at a time, in ms. */
const SLICE = 10;
/** Rows that are checked first in one stretch of an editor: it shows no more, unless they stand on one line. */
const MAX_VISIBLE = 200;
/** Work that goes on for longer shows its progress, in ms. */
const PROGRESS_AFTER = 500;

/** The trail of a document, kept in step with its edits: scanned and checked in slices, what is visible first. */
export class CheckedTrail extends Disposable {
  readonly trail: Trail<RowFindings>;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  private readonly checked = this.register(new vscode.EventEmitter<void>());
  /** The rows have changed: more were scanned, or an edit was followed. */
  readonly onDidChange = this.changed.event;
  /** The findings have changed. */
  readonly onDidCheck = this.checked.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pending = new PendingRows();
  private unchecked = true;
  private natureOfVersion: { version: number; nature: Nature } | undefined;
  private tail: { version: number; findings: readonly Finding[] } | undefined;
  private budget = new Budget();
  private cross: CrossFindings | undefined;
  private comparing: Steps<CrossFindings> | undefined;
  private readonly waiting: (() => void)[] = [];
  private startedAt = 0;
  private endProgress: (() => void) | undefined;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly faults: Faults,
  ) {
    super();
    this.trail = new Trail<RowFindings>(new DocumentSource(document));
    this.schedule();
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  /** Whether reading or checking it failed: no more of it comes until it is edited. */
  hasFailed = false;

  /** Counts up when rows come, go, or change in a column: what was made of columns alone is as good as new while it stays. */
  arrangement = 0;

  /** Whether the log is a trail, its shape, and what it is otherwise. */
  get nature(): Nature {
    if (this.natureOfVersion?.version !== this.trail.version)
      this.natureOfVersion = { version: this.trail.version, nature: natureOf(this.trail) };
    return this.natureOfVersion.nature;
  }

  /** Findings behind the last row, with offsets counted from the end of that row. */
  get tailFindings(): readonly Finding[] {
    if (!this.trail.isComplete) return [];
    if (this.tail?.version !== this.trail.version) this.tail = { version: this.trail.version, findings: checkTail(this.trail) };
    return this.tail.findings;
  }

  /** Resolves once the whole log has been scanned and checked. */
  whenReady(): Promise<void> {
    return this.isReady ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  get isReady(): boolean {
    return this.trail.isComplete && !this.unchecked;
  }

  /** The document range of two offsets. */
  range(start: number, end: number): vscode.Range {
    return new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
  }

  /** The range of a row's record. */
  rowRange(row: number): vscode.Range {
    return this.range(this.trail.rows.start(row), this.trail.rows.end(row));
  }

  /** Follows an edit of the document. */
  edit(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (changes.length === 0) return;
    const edits = changes
      .map(({ rangeOffset, rangeLength, text }): Edit => ({
        start: rangeOffset,
        oldEnd: rangeOffset + rangeLength,
        length: text.length,
      }))
      .sort((a, b) => a.start - b.start);
    this.trail.update(new DocumentSource(this.document), edits, (replacement) => {
      this.replace(replacement);
    });
    this.unchecked = true;
    this.changed.fire();
    this.schedule();
  }

  /** Lets all rows be checked anew: what the checks know has changed. */
  checkAgain(): void {
    const { rows } = this.trail;
    for (let row = 0; row < rows.size; row++) rows.setNote(row, undefined);
    this.tail = undefined;
    this.budget = new Budget();
    this.pending.all();
    this.compareAgain();
    this.unchecked = true;
    this.schedule();
  }

  override dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.settle();
    super.dispose();
  }

  /** How many findings of each code there are, and how many of them are only counted. */
  get totals(): Budget['totals'] {
    const { totals } = this.cross ?? NO_CROSS_FINDINGS;
    return totals.size === 0 ? this.budget.totals : new Map([...this.budget.totals, ...totals]);
  }

  /** The bounds that the checks have reached. */
  get reachedLimits(): ReadonlySet<LimitReason> {
    const behind = this.tailFindings.map(limitOf).filter((reason) => reason !== undefined);
    return new Set([...this.budget.reached, ...behind]);
  }

  /** What comparing a row with the others has found; offsets are counted from the row's start. */
  crossFindings(row: number): readonly Finding[] {
    return this.cross?.byRow.get(row) ?? [];
  }

  /** The findings that are kept, in the order of the text, at their places in the document. */
  *findings(): Generator<{ readonly finding: Finding; readonly start: number; readonly end: number }> {
    const { rows } = this.trail;
    for (let row = 0; row < rows.size; row++) {
      const kept = rows.note(row)?.kept ?? [];
      const compared = this.crossFindings(row);
      if (kept.length + compared.length === 0) continue;
      const base = rows.start(row);
      for (const finding of kept) yield { finding, start: base + finding.start, end: base + finding.end };
      for (const finding of compared) yield { finding, start: base + finding.start, end: base + finding.end };
    }
    const base = rows.size === 0 ? 0 : rows.end(rows.size - 1);
    for (const finding of this.tailFindings) yield { finding, start: base + finding.start, end: base + finding.end };
  }

  /** Takes back what is known of rows that an edit replaces: the work grows with them, not with the log. */
  private replace(replacement: Replacement<RowFindings>): void {
    const { from, to, fresh } = replacement;
    const { rows } = this.trail;
    for (let row = from; row <= to && row < rows.size; row++) {
      const note = rows.note(row);
      if (note !== undefined) this.budget.forget(note);
    }
    this.pending.replaced(from, to, fresh.size);
    if (hasSameColumns(rows, replacement) && !isAbout(this.cross, from, to)) return;
    this.arrangement++;
    this.compareAgain();
  }

  private compareAgain(): void {
    this.cross = undefined;
    this.comparing = undefined;
  }

  private schedule(): void {
    if (this.timer !== undefined || this.isDisposed) return;
    this.hasFailed = false;
    if (this.startedAt === 0) this.startedAt = Date.now();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      try {
        this.work();
      } catch (error) {
        this.fail(error);
      }
    }, 0);
  }

  /** What was read and found by then stays. Whoever waits goes on, and the next edit is followed again. */
  private fail(error: unknown): void {
    this.hasFailed = true;
    this.comparing = undefined;
    this.faults.tell(error);
    this.settle();
    this.changed.fire();
    this.checked.fire();
  }

  private work(): void {
    const deadline = performance.now() + SLICE;
    this.checkVisible(deadline);
    if (!this.trail.isComplete) {
      this.trail.advance(deadline);
      this.arrangement++;
      this.changed.fire();
      this.showProgress();
      this.schedule();
      return;
    }
    if (!this.checkPending(deadline) || !this.compare(deadline)) {
      this.showProgress();
      this.schedule();
      return;
    }
    this.unchecked = false;
    this.checked.fire();
    this.settle();
  }

  /** Checks the rows that have changed until `deadline`, at least one; true when that is done. */
  private checkPending(deadline: number): boolean {
    const { size } = this.trail.rows;
    do {
      const row = this.pending.next(size);
      if (row < 0) return true;
      this.check(row);
    } while (performance.now() < deadline);
    return false;
  }

  /** Compares the events with each other until `deadline`, at least a step; true when that is done. */
  private compare(deadline: number): boolean {
    if (this.cross !== undefined) return true;
    this.comparing ??= crossCheck(this.trail, deliveredAt(this.uri.path));
    do {
      const { done, value } = this.comparing.next();
      if (done !== true) continue;
      this.cross = value;
      this.comparing = undefined;
      return true;
    } while (performance.now() < deadline);
    return false;
  }

  /** Checks the rows that editors show until `deadline`. While the log is being read its last row is left out: more may be added to it. */
  private checkVisible(deadline: number): void {
    const { rows, isComplete } = this.trail;
    const last = isComplete ? rows.size : rows.size - 1;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== this.document) continue;
      for (const range of editor.visibleRanges) {
        const end = this.document.offsetAt(range.end);
        const first = rows.firstEndingAfter(this.document.offsetAt(range.start));
        const behind = Math.min(last, first + MAX_VISIBLE);
        for (let row = first; row < behind && rows.start(row) < end && performance.now() < deadline; row++) this.check(row);
      }
    }
  }

  private check(row: number): void {
    const { rows } = this.trail;
    if (rows.note(row) !== undefined) return;
    try {
      rows.setNote(row, checkRow(this.trail, row, this.budget));
    } catch (error) {
      // The others are checked all the same.
      rows.setNote(row, this.budget.take([]));
      this.faults.tell(error);
    }
  }

  private showProgress(): void {
    if (this.endProgress !== undefined || Date.now() - this.startedAt < PROGRESS_AFTER) return;
    const title = vscode.l10n.t('Reading the trail log');
    void showProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => new Promise<void>((resolve) => (this.endProgress = resolve)),
    );
  }

  private settle(): void {
    this.startedAt = 0;
    this.endProgress?.();
    this.endProgress = undefined;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Whether what was found by comparing stands in one of some rows. */
function isAbout(cross: CrossFindings | undefined, from: number, to: number): boolean {
  if (cross === undefined) return true;
  const isIn = (row: number): boolean => row >= from && row < to;
  for (const [row, findings] of cross.byRow)
    if (isIn(row) || findings.some(({ related }) => related !== undefined && isIn(related.row))) return true;
  return false;
}
