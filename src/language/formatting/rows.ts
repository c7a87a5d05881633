import { type FormattingOptions } from 'jsonc-parser';
import { type TextEdit } from '../../event/textEdit';
import { Flag } from '../../trail/scan/row';
import { type TextSource } from '../../trail/source';
import { type Trail } from '../../trail/trail';
import { formatFrame } from './frame';
import { formatRecord } from '../../event/formatRecord';

/** What is formatted, and how. */
export interface Layout {
  readonly options: FormattingOptions;
  /** Offsets of the log; only white space between them changes. */
  readonly start: number;
  readonly end: number;
  /** The file's name says that each line is a record: a single one is not broken up either. */
  readonly isLines: boolean;
}

/** Stands for a record in the frame: a string is laid out as any value is. */
const STAND_IN = '""';
/** Stands for what is left as it is: no JSON, so nothing is laid out beside it. */
const LEFT_ALONE = '?';
/** Longer records are left as they are; UTF-16 units. */
const MAX_RECORD = 16_777_216;

/** How a record's place in the frame is found again. */
interface Slot {
  readonly row: number;
  /** Its offset in the frame. */
  readonly at: number;
  readonly isLaidOut: boolean;
}

/**
 * The edits that lay out a log, step by step: first its frame (the arrays and envelopes around the records, each record being one word in it), then record
 * by record, as deep as the frame has put it. So the whole log is never one tree. Records one a line stay one a line.
 */
export function* formatRows(trail: Trail, source: TextSource, layout: Layout, edits: TextEdit[]): Generator<void> {
  const { rows } = trail;
  const first = rows.firstEndingAfter(layout.start);
  const stop = rows.firstStartingFrom(layout.end);
  const isWhole = layout.start === 0 && layout.end >= source.length;
  if (first >= stop && !isWhole) return;
  const from = isWhole ? 0 : lineStart(trail, source, first);
  const to = isWhole ? source.length : rows.end(stop - 1);
  if (rows.size === 0 && to > MAX_RECORD) return;
  const parts: string[] = [];
  const slots: Slot[] = [];
  let length = 0;
  let end = from;
  for (let row = first; row < stop; row++) {
    const gap = source.read(end, rows.start(row));
    const isLaidOut = canLayOut(trail, row, layout);
    slots.push({ row, at: length + gap.length, isLaidOut });
    const word = isLaidOut || isWholeRecord(trail, row) ? STAND_IN : LEFT_ALONE;
    parts.push(gap, word);
    length += gap.length + word.length;
    end = rows.end(row);
    yield;
  }
  parts.push(source.read(end, to));
  const frame = parts.join('');
  yield* layOut(trail, source, layout, slots, { from, text: frame, isWhole }, edits);
}

function* layOut(
  trail: Trail,
  source: TextSource,
  layout: Layout,
  slots: readonly Slot[],
  frame: { readonly from: number; readonly text: string; readonly isWhole: boolean },
  edits: TextEdit[],
): Generator<void> {
  const { rows } = trail;
  const frameEdits = formatFrame(frame.text, frame.isWhole, layout.options);
  const isInside = ({ start, end }: TextEdit): boolean => start < layout.end && end > layout.start;
  let next = 0;
  /** From an offset of the frame to one of the log. */
  let shift = frame.from;
  let line = '';
  let at = 0;
  let wordEnd = -1;
  for (const { row, at: slot, isLaidOut } of slots) {
    for (let edit = frameEdits[next]; edit !== undefined && edit.end <= slot; edit = frameEdits[++next]) {
      // Records that follow one another without a comma: what stands between them parts them.
      if (edit.start === wordEnd && edit.end === slot) continue;
      line = lineBehind(line + frame.text.slice(at, edit.start) + edit.text);
      at = edit.end;
      const moved = { start: edit.start + shift, end: edit.end + shift, text: edit.text };
      if (isInside(moved)) edits.push(moved);
    }
    line = lineBehind(line + frame.text.slice(at, slot));
    const start = rows.start(row);
    const text = isLaidOut ? source.read(start, rows.end(row)) : '';
    if (isLaidOut)
      for (const edit of formatRecord(text, leadingSpace(line), layout.options) ?? []) {
        const moved = { start: edit.start + start, end: edit.end + start, text: edit.text };
        if (isInside(moved)) edits.push(moved);
      }
    const word = frame.text.startsWith(STAND_IN, slot) ? STAND_IN : LEFT_ALONE;
    at = wordEnd = slot + word.length;
    line += word;
    shift = rows.end(row) - at;
    yield;
  }
  for (let edit = frameEdits[next]; edit !== undefined; edit = frameEdits[++next]) {
    const moved = { start: edit.start + shift, end: edit.end + shift, text: edit.text };
    if (isInside(moved)) edits.push(moved);
  }
}

/** Whether the white space inside a record is changed. */
function canLayOut(trail: Trail, row: number, { isLines }: Layout): boolean {
  const flags = trail.rows.flags(row);
  if (!isWholeRecord(trail, row) || trail.rows.end(row) - trail.rows.start(row) > MAX_RECORD) return false;
  const isOneLine = (flags & Flag.MultiLine) === 0;
  const isTop = trail.contexts.name(trail.rows.context(row)) === '';
  return !(isOneLine && isTop && (isLines || trail.rows.size > 1));
}

/** Whether a row is a record with both its brackets. */
function isWholeRecord(trail: Trail, row: number): boolean {
  const flags = trail.rows.flags(row);
  return (flags & Flag.Event) !== 0 && (flags & (Flag.Truncated | Flag.BrokenOff | Flag.Fragment)) === 0;
}

function lineStart(trail: Trail, source: TextSource, row: number): number {
  const gap = trail.gapStart(row);
  return gap + source.read(gap, trail.rows.start(row)).lastIndexOf('\n') + 1;
}

/** The last line of a text. */
function lineBehind(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function leadingSpace(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
