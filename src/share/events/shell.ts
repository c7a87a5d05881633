const PLAIN = /^[A-Za-z0-9_.:@%+,/=-]+$/;
/** Controls, and what hides or reorders text: a terminal acts on the first, a reader is deceived by the others. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/**
 * A value as one word of a command line for bash and zsh: whatever it holds, it ends nothing and runs nothing. Controls are written as escapes (`$'…'`),
 * so that pasting the line into a terminal does no more than typing it.
 */
export function shellWord(value: string): string {
  if (PLAIN.test(value) && !value.startsWith('-')) return value;
  if (value.search(HIDDEN) < 0) return `'${value.replaceAll("'", String.raw`'\''`)}'`;
  const content = value.replace(/[\\']/g, String.raw`\$&`).replace(HIDDEN, escaped);
  return `$'${content}'`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const unit = character.charCodeAt(at);
    return unit < 0x80 ? `\\x${unit.toString(16).padStart(2, '0')}` : `\\u${unit.toString(16).padStart(4, '0')}`;
  }).join('');
}
