import { format, type FormattingOptions } from 'jsonc-parser';
import { type TextEdit } from './textEdit';
import { lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { lexTolerant } from '../trail/scan/tolerant';
import { spaceEdits } from './space';

const tape = new Tape();

/**
 * The edits that lay out one record as JSON is formatted, in offsets of `text`. They replace white space by white space and nothing else. A record that
 * reading must guess at gives undefined: it is left as it is. Comments, trailing commas and masks without quotes are no such damage.
 */
export function formatRecord(text: string, indent: string, options: FormattingOptions): readonly TextEdit[] | undefined {
  const readable = withoutMasks(text);
  if (readable === undefined) return undefined;
  const from = indent.length;
  const edits = format(indent + readable, { offset: from, length: readable.length }, { ...options, insertFinalNewline: false });
  return spaceEdits(indent + readable, edits)
    .filter(({ start }) => start >= from)
    .map(({ start, end, text: space }) => ({ start: start - from, end: end - from, text: space }));
}

/** The record with each mask replaced by a string of its length, so that a scanner of JSON reads it; undefined where the record is damaged. */
function withoutMasks(text: string): string | undefined {
  if (lexStrict(text, 0, tape) === text.length) return hasBrokenString(text) ? undefined : text;
  const { end, truncated, brokenOff } = lexTolerant(text, 0, tape, { inArray: false, isFragment: false });
  if (truncated || brokenOff || end !== text.length || tape.problemCount > tape.problems.length) return undefined;
  if (hasBrokenString(text)) return undefined;
  let readable = '';
  let at = 0;
  for (const { code, start, end: to } of tape.problems) {
    if (code === 'comment' || code === 'trailing-comma') continue;
    if (code !== 'unquoted-mask') return undefined;
    readable += `${text.slice(at, start)}"${'x'.repeat(to - start - 2)}"`;
    at = to;
  }
  return readable + text.slice(at);
}

/** Whether a string on the tape goes over a line's end: a scanner of JSON takes what follows for text outside of it. */
function hasBrokenString(text: string): boolean {
  let line = nextBreak(text, 0);
  for (let index = 0; index < tape.length && line < text.length; index++) {
    const kind = tape.kind(index);
    if (kind !== Token.String && kind !== Token.Key) continue;
    if (line < tape.start(index)) line = nextBreak(text, tape.start(index));
    if (line < tape.end(index)) return true;
  }
  return false;
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const lone = text.slice(from, end).indexOf('\r');
  return lone < 0 ? end : from + lone;
}
