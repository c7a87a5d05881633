import { type Layout, decodeWithMap, detectLayout, escapeAgain, peelOnce, unescapeFully } from '../escapes';
import { type TextEdit } from '../event/textEdit';
import { Char } from '../trail/scan/chars';
import { type TextSource } from '../trail/source';
import { type Trail } from '../trail/trail';
import { type Finding, FindingCode } from './finding';
import { type Place, escapedStringsOf } from './place';

/** How much text before a value shows how the document is laid out. */
const LAYOUT_WINDOW = 1 << 12;

/** Where a finding stands in the log, and the record that it was found in. */
export interface FoundAt {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
  /** The record's own offsets: a record on one line stays on one line. */
  readonly record: { readonly start: number; readonly end: number };
}

/** The layout that the text around an offset has; a record on one line stays on it. */
export function layoutAt(source: TextSource, offset: number, record: FoundAt['record']): Layout {
  const from = Math.max(0, offset - LAYOUT_WINDOW);
  const window = source.read(from, Math.min(source.length, offset + LAYOUT_WINDOW));
  const layout = detectLayout(window, offset - from);
  const before = source.read(Math.max(record.start, offset - LAYOUT_WINDOW), offset);
  const after = source.read(offset, Math.min(record.end, offset + LAYOUT_WINDOW));
  const isOneLine = !before.includes('\n') && !after.includes('\n');
  return { ...layout, compact: isOneLine };
}

/** The edit that mends a finding; undefined where there is none. Nothing but the place of the finding changes. */
export function fixOf(source: TextSource, { finding, start, end, record }: FoundAt): TextEdit | undefined {
  const inside = Number(finding.data['inside'] ?? 0);
  switch (finding.code) {
    case FindingCode.EscapedJson:
    case FindingCode.OverEscapedJson:
      return unescape(source, { start, end, inside, record });
    case FindingCode.Comment:
      return removeComment(source, start, end);
    case FindingCode.TrailingComma:
      return { start, end, text: '' };
    case FindingCode.UnquotedMask:
      return { start, end, text: escapedTimes(JSON.stringify(source.read(start, end)), inside) };
    case FindingCode.FieldName:
    case FindingCode.MixedCasing:
    case FindingCode.UnknownRegion:
    case FindingCode.UnknownEvent:
    case FindingCode.UnknownIdentity:
    case FindingCode.UnknownService:
    case FindingCode.UnknownValue:
      return rename(source, start, end, finding.data['suggestion'], inside);
    case FindingCode.EventNameCase:
      return rename(source, start, end, finding.data['documented'], inside);
    case FindingCode.Secret:
    case FindingCode.AccessKeyId:
      return mask(start, end, finding.data, inside);
    default:
      return undefined;
  }
}

/** What goes in where a string held it: on one line, since line ends within a string are escapes. */
const WITHIN: Layout = { indent: '', eol: '\n', base: '', compact: true, spaceAfterColon: false };

/** Replaces an escaped string by the JSON value that it holds, all levels of it. Within another string the value is escaped as what is around it. */
export function unescape(source: TextSource, place: Place): TextEdit | undefined {
  return rewrite(source, place, unescapeFully);
}

/** Takes one level of escaping off. */
export function unescapeOnce(source: TextSource, place: Place): TextEdit | undefined {
  return rewrite(source, place, peelOnce);
}

/** Puts a value into a string, or a string that holds JSON into one more. */
export function escape(source: TextSource, place: Place): TextEdit | undefined {
  return rewrite(source, place, escapeAgain);
}

/** The edits that unescape all strings of a row. */
export function unescapesOf(trail: Trail, row: number): readonly TextEdit[] {
  return escapedStringsOf(trail, row)
    .map((place) => unescape(trail.text, place))
    .filter((edit) => edit !== undefined);
}

function rewrite(
  source: TextSource,
  { start, end, inside, record }: Place,
  write: (value: string, layout: Layout) => string,
): TextEdit | undefined {
  const text = source.read(start, end);
  let value: string | undefined = text;
  for (let level = 0; level < inside; level++) {
    value = decodeWithMap(`"${value}"`)?.value;
    if (value === undefined) return undefined;
  }
  const written = write(value, inside > 0 ? WITHIN : layoutAt(source, start, record));
  return written === value ? undefined : { start, end, text: escapedTimes(written, inside) };
}

function escapedTimes(text: string, levels: number): string {
  let escaped = text;
  for (let level = 0; level < levels; level++) escaped = JSON.stringify(escaped).slice(1, -1);
  return escaped;
}

/** The comment and the spaces before it; the whole line where nothing else stands on it. */
function removeComment(source: TextSource, start: number, end: number): TextEdit {
  let from = start;
  const before = source.read(Math.max(0, start - LAYOUT_WINDOW), start);
  while (from > start - before.length && ' \t'.includes(before.charAt(before.length - 1 - (start - from)))) from--;
  const beforeFrom = from === 0 ? Char.LineFeed : before.charCodeAt(before.length - 1 - (start - from));
  const after = source.read(end, Math.min(source.length, end + 2));
  const lineEnd = /^\r?\n/.exec(after)?.[0].length ?? 0;
  return beforeFrom === Char.LineFeed && lineEnd > 0
    ? { start: from, end: end + lineEnd, text: '' }
    : { start: from, end, text: '' };
}

function rename(
  source: TextSource,
  start: number,
  end: number,
  suggestion: string | undefined,
  inside: number,
): TextEdit | undefined {
  if (suggestion === undefined) return undefined;
  const isQuoted = source.read(start, end).endsWith('"');
  return { start, end, text: isQuoted || inside > 0 ? escapedTimes(JSON.stringify(suggestion), inside) : suggestion };
}

/** The mask in place of a secret: within JSON that a string holds, between the quotes that are there. */
function mask(start: number, end: number, data: Finding['data'], inside: number): TextEdit | undefined {
  const hidden = data['mask'];
  if (hidden === undefined) return undefined;
  return { start, end, text: data['bare'] === undefined ? escapedTimes(JSON.stringify(hidden), inside) : hidden };
}

/** The edits that can be made together: of two that overlap the outer one, which does what the inner one would. In the order of the text. */
export function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const chosen: TextEdit[] = [];
  for (const edit of sorted) if (edit.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(edit);
  return chosen;
}
