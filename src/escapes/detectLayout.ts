import { type Layout, widthOf } from './layout';

/** How far before and after the literal the text is looked at, UTF-16 units: a file of one line may be 50 MB long. */
const WINDOW = 16_384;
const DEFAULT_INDENT = '  ';
const MAX_INDENT = 8;

/** What stands between the margin and a value that has its line to itself: nothing, or its key. */
const OWN_LINE = /^,?\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?$/;

/** Finds out how the document around a value is laid out. `offset`: UTF-16 offset in `text` at which the value begins. */
export function detectLayout(text: string, offset: number): Layout {
  const from = Math.max(0, offset - WINDOW);
  const before = text.slice(from, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.slice(lineStart);
  const base = marginOf(line);
  const known = lineStart > 0 || from === 0;
  const compact = !known || !OWN_LINE.test(line.slice(base.length));
  return {
    // The window may begin inside a line, whose margin is then unknown.
    indent: indentOf(before.slice(from === 0 ? 0 : before.indexOf('\n') + 1, lineStart), base),
    eol: eolOf(before, text.slice(offset, offset + WINDOW)),
    base,
    compact,
    spaceAfterColon: spaceOf(before) ?? !compact,
    column: widthOf(line),
  };
}

function marginOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** The step from the nearest line that is indented less; else the smallest step in sight. */
function indentOf(above: string, base: string): string {
  const margins = above
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(marginOf);
  const outer = margins.findLast((margin) => margin.length < base.length && base.startsWith(margin));
  if (outer !== undefined) return sensible(base.slice(outer.length));
  const steps = margins.flatMap((margin, index) => {
    const previous = margins[index - 1] ?? margin;
    return margin.length > previous.length && margin.startsWith(previous) ? [margin.slice(previous.length)] : [];
  });
  return sensible(steps.sort((one, other) => one.length - other.length)[0] ?? base.slice(0, 1));
}

/** One tab, or a few spaces; anything else is alignment, not indentation. */
function sensible(step: string): string {
  if (step.startsWith('\t')) return '\t';
  return /^ {2,}$/.test(step) && step.length <= MAX_INDENT ? step : DEFAULT_INDENT;
}

function eolOf(before: string, after: string): '\n' | '\r\n' {
  const near = before.lastIndexOf('\n');
  if (near >= 0) return before[near - 1] === '\r' ? '\r\n' : '\n';
  return after[after.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether the nearest colon behind a key is followed by a space; a key inside an escaped string is none. */
function spaceOf(before: string): boolean | undefined {
  let colon = before.lastIndexOf('":');
  while (colon > 0 && before[colon - 1] === '\\') colon = before.lastIndexOf('":', colon - 1);
  return colon < 0 ? undefined : /\s/.test(before.charAt(colon + 2));
}
