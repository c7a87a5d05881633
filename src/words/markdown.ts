import { revealed, shortened, visible } from './visible';

/** Values longer than this are cut in a code span; UTF-16 units. */
const MAX_SPAN = 200;
/** Fenced text is bounded by its maker; this is the last resort. UTF-16 units. */
const MAX_FENCE = 20_000;

const BETWEEN_LINES = /\r\n?|\u2028|\u2029/g;

/** The characters that Markdown or its extensions give a meaning; a backslash before each takes it away, and breaks up what would become a link. */
const SPECIAL = /[!-/:-@[-`{-~]/g;

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/**
 * A value of a log as Markdown: always a code span, in which nothing is a link, a tag, an icon or a format, whatever the value holds. The only way (beside
 * `fence`, which makes a block in the same manner) in which text of a log gets into Markdown.
 */
export function codeSpan(value: string): string {
  const text = visible(value, MAX_SPAN);
  if (text.trim() === '') return text === '' ? '`""`' : `\`"${text}"\``;
  const marks = '`'.repeat(longestRun(text) + 1);
  const space = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${marks}${space}${text}${space}${marks}`;
}

/** Text of a log as a fenced block, coloured as `language`; the fence is longer than any run of backticks inside. */
export function fence(value: string, language: string): string {
  const text = revealed(shortened(value, MAX_FENCE).replace(BETWEEN_LINES, '\n'), '\n\t');
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}${language}\n${text}\n${marks}`;
}

/** Our own or a catalogue's words as Markdown: no character of them is a format, and no address becomes a link. */
export function plain(words: string): string {
  return revealed(words).replace(SPECIAL, '\\$&');
}

/** A link that runs a command. Only for a string that holds no text of a log, with `enabledCommands` naming the command. */
export function commandLink(label: string, command: string, args: readonly unknown[], tooltip: string): string {
  const target = `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[!'()*]/g, percent)}`;
  return `[${plain(label)}](${target} "${plain(tooltip)}")`;
}

/** A link to a page of the web. Its address is made by us, of names that a catalogue of ours holds; it is not from a log. */
export function webLink(label: string, address: string): string {
  return `[${plain(label)}](${new URL(address).href.replace(/[!'()*]/g, percent)})`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
