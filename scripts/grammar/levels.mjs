// How JSON looks when it stands in a JSON string, and that again in a JSON string, and so on.
// Level 0 is the file. At level n a quote is written with 2ⁿ-1 backslashes before it: " then \" then \\\" then \\\\\\\".

/** As deep as real records go: a log service record (1) whose event holds a JSON string (2) that was escaped once too often (3). */
export const DEEPEST = 3;

const slashes = (count) => (count === 0 ? '' : `\\\\{${count}}`);

/** The quotation mark of a level. */
export const quote = (level) => `${slashes(2 ** level - 1)}"`;

/** White space between tokens; in an escaped text also the two characters of `\n`. */
export const space = (level) => (level === 0 ? '\\s' : `(?:\\s|${slashes(2 ** (level - 1))}[nrt])`);

/** Escapes inside a string of a level: of a backslash, of a quote, of anything else. */
export const escapes = (level) =>
  `${slashes(2 ** (level + 1))}|${slashes(2 ** (level + 1) - 1)}"|${slashes(2 ** level)}(?:u[0-9A-Fa-f]{4}|[^"\\\\])`;

/** What a string of a level holds. Atomic: a hostile line must not make it try again with less. */
export const body = (level) => `(?>(?:[^"\\\\]|${escapes(level)})*)`;

/** How JSON in a string of a level begins: with a bracket, or with a string that begins so itself. */
export function opening(level) {
  const deeper = level + 1 < DEEPEST ? `(?:${quote(level + 1)}${opening(level + 1)}|[\\[{])` : '[\\[{]';
  return `${space(level + 1)}*${deeper}`;
}

/** A string ends at its quote, where a string around it ends, and at the latest where the line ends, so that the next line is right again. */
export function end(level) {
  const outer = Array.from({ length: level }, (_, index) => quote(index)).join('|');
  return level === 0 ? `(")|$` : `(${quote(level)})|(?=${outer})|$`;
}
