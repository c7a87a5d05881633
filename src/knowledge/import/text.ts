import { MAX_TEXT } from './limits';

const HAN = /\p{Script=Han}/u;
/** Controls, line ends and separators, and what changes the direction of a line. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** An operation, or the short phrase that other events have for a name. */
const NAME = /^\p{L}[\p{L}\p{N}_. -]{0,127}$/u;
const ASCII_NAME = /^[A-Za-z][A-Za-z0-9_.-]{1,127}$/;

/** Whether a text is Chinese, as far as meanings of events are: it has a Chinese character. */
export function isChinese(text: string): boolean {
  return HAN.test(text);
}

/** A text of one line, of bounded length. */
export function clean(text: string): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 1)}…`;
}

/** Whether something may be an event's name in a list of events. */
export function isEventName(text: string): boolean {
  return ASCII_NAME.test(text);
}

/** Whether something may be an event's name where it stands in the place of one: a phrase in any script. */
export function mayBeEventName(text: string): boolean {
  return NAME.test(text);
}

/** The first sentence of a long text, the whole of a short one. */
export function firstSentence(text: string): string {
  const short = 160;
  if (text.length <= short) return text;
  const end = /[。！？]|[.!?](?= )/.exec(text);
  return end === null ? text : text.slice(0, end.index + 1);
}
