import { type Problem, type Tape, Token } from '../trail/tape';

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(.?))/gs;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f]/;

/**
 * What is wrong inside of the strings of a record that is JSON otherwise: control characters, which must be escaped, and escapes that JSON does not have.
 * The lexer jumps over strings; this looks into them, and only into those that can be wrong.
 */
export function checkStrings(text: string, tape: Tape, report: (problem: Problem) => void): void {
  const hasBackslash = text.includes('\\');
  // White space between tokens holds line ends and tabs: they are looked for in strings only where the text has any.
  let newline = text.indexOf('\n');
  let tab = text.indexOf('\t');
  const hasOthers = hasOtherControls(text);
  for (let index = 0; index < tape.length; index++) {
    const kind = tape.kind(index);
    if (kind !== Token.String && kind !== Token.Key) continue;
    const start = tape.start(index);
    const end = tape.end(index);
    if (newline >= 0 && newline < start) newline = text.indexOf('\n', start);
    if (tab >= 0 && tab < start) tab = text.indexOf('\t', start);
    if (hasOthers || (newline >= 0 && newline < end) || (tab >= 0 && tab < end)) {
      const at = text.slice(start, end).search(CONTROL);
      if (at >= 0) report({ code: 'syntax', reason: 'control-character', start: start + at, end: start + at + 1 });
    }
    if (hasBackslash) checkEscapes(text, start, end, report);
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const OTHER_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function hasOtherControls(text: string): boolean {
  return OTHER_CONTROLS.test(text);
}

function checkEscapes(text: string, start: number, end: number, report: (problem: Problem) => void): void {
  let backslash = text.indexOf('\\', start);
  if (backslash < 0 || backslash >= end) return;
  const literal = text.slice(start, end);
  ESCAPE.lastIndex = backslash - start;
  for (let match = ESCAPE.exec(literal); match !== null; match = ESCAPE.exec(literal)) {
    if (match[1] === undefined) continue;
    backslash = start + match.index;
    report({ code: 'syntax', reason: 'bad-escape', start: backslash, end: Math.min(end, backslash + match[0].length) });
    return;
  }
}
