import { hasHidden, HIDDEN } from '../escapes/hidden';

const PLAIN = /^[A-Za-z0-9_.:@%+,/=-]+$/;

/**
 * A value as one word of a command line for bash and zsh: whatever it holds, it ends nothing and runs nothing. Controls are written as escapes (`$'…'`),
 * so that pasting the line into a terminal does no more than typing it.
 */
export function shellWord(value: string): string {
  if (PLAIN.test(value) && !value.startsWith('-')) return value;
  if (!hasHidden(value)) return `'${value.replaceAll("'", String.raw`'\''`)}'`;
  const content = value.replace(/[\\']/g, String.raw`\$&`).replace(HIDDEN, escaped);
  return `$'${content}'`;
}

/** Fixed widths: a digit that follows is not taken for one of the escape. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [sign, width] = code < 0x80 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${sign}${code.toString(16).padStart(width, '0')}`;
}
