import { type Problem, type Tape, Token } from '../trail/scan/tape';

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(.?))/gs;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f]/;

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const OTHER_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * What is wrong inside of the strings of a record: control characters, which must be escaped, and escapes that JSON does not have. The lexer jumps over
 * strings; this looks into them, and only into those that can be wrong. The record stands in `text` between `from` and `to`.
 */
export function checkStrings(text: string, tape: Tape, from: number, to: number, report: (problem: Problem) => void): void {
  const record = text.slice(from, to);
  const hasOthers = OTHER_CONTROLS.test(record);
  // White space between tokens holds line ends and tabs: in strings they are looked for only where the record has any.
  let newline = record.indexOf('\n');
  let tab = record.indexOf('\t');
  let backslash = record.indexOf('\\');
  if (!hasOthers && newline < 0 && tab < 0 && backslash < 0) return;
  for (let index = 0; index < tape.length; index++) {
    const kind = tape.kind(index);
    if (kind !== Token.String && kind !== Token.Key) continue;
    const start = tape.start(index) - from;
    const end = tape.end(index) - from;
    if (newline >= 0 && newline < start) newline = record.indexOf('\n', start);
    if (tab >= 0 && tab < start) tab = record.indexOf('\t', start);
    if (backslash >= 0 && backslash < start) backslash = record.indexOf('\\', start);
    if (hasOthers || (newline >= 0 && newline < end) || (tab >= 0 && tab < end)) {
      const at = record.slice(start, end).search(CONTROL);
      if (at >= 0) report({ code: 'syntax', reason: 'control-character', start: from + start + at, end: from + start + at + 1 });
    }
    if (backslash >= 0 && backslash < end && !isSound(record.slice(start, end)))
      checkEscapes(record, backslash, end, from, report);
  }
}

/** Whether the engine's own parser takes the literal: most are sound, and this is many times as fast as to look for what is wrong. */
function isSound(literal: string): boolean {
  try {
    JSON.parse(literal);
    return true;
  } catch {
    return false;
  }
}

/** Reports the first escape of a string that JSON does not have; the string's first backslash stands at `first`. */
function checkEscapes(record: string, first: number, end: number, from: number, report: (problem: Problem) => void): void {
  const rest = record.slice(first, end);
  ESCAPE.lastIndex = 0;
  for (let match = ESCAPE.exec(rest); match !== null; match = ESCAPE.exec(rest)) {
    if (match[1] === undefined) continue;
    const start = from + first + match.index;
    report({ code: 'syntax', reason: 'bad-escape', start, end: Math.min(from + end, start + match[0].length) });
    return;
  }
}
