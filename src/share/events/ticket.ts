import { HIDDEN, withoutHidden } from '../../escapes/hidden';
import { errorOf, isSuccess } from '../../knowledge/errors';
import { type EventFacts } from './facts';

/** The words of a summary, in the user's language. */
export interface TicketWords {
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly context: string;
  readonly result: string;
  readonly succeeded: string;
  readonly failed: string;
}

const LONGEST = 300;

/**
 * A summary of an event as Markdown for a ticket: who, what, on what, in which circumstances, and whether it worked. What comes from the log stands in
 * code spans, in which nothing is a link, a mention or a format. `meaning` is ours.
 */
export function ticketOf(facts: EventFacts, meaning: string, words: TicketWords): string {
  const isFailed = errorOf(facts.errorCode, facts.errorMessage) !== '';
  const real = (text: string): string => (isSuccess(text) ? '' : inCode(text));
  const line = (word: string, ...parts: readonly string[]): string[] => {
    const said = parts.filter((part) => part !== '');
    return said.length === 0 ? [] : [`- **${word}** ${said.join(' · ')}`];
  };
  const { userName, identityType, principalId, accountId, accessKeyId } = facts;
  return [
    `### ${inCode(facts.eventName) || '—'}`,
    '',
    ...line(
      words.actor,
      ...[userName, identityType, userName === principalId ? '' : principalId, accountId, accessKeyId].map(inCode),
    ),
    ...line(words.action, inCode(facts.eventName), plain(meaning), inCode(facts.serviceName)),
    ...line(words.target, inCode(facts.resourceType), inCode(facts.resourceName), inCode(facts.region)),
    ...line(words.context, ...[facts.eventTime, facts.address, facts.userAgent, facts.eventId, facts.requestId].map(inCode)),
    ...line(words.result, isFailed ? words.failed : words.succeeded, real(facts.errorCode), real(facts.errorMessage)),
    '',
  ].join('\n');
}

/** A value of the log as a code span whose fence is longer than any run of backticks in it; what is not seen is shown as its escape. */
export function inCode(value: string): string {
  if (value === '') return '';
  const cut = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const text = withoutHidden(cut);
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Words of a catalogue, which a user may have imported: no character of them is a format. */
function plain(words: string): string {
  return words.replace(HIDDEN, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
