import { HIDDEN } from '../../escapes/hidden';
import { isMasked } from '../../knowledge/masks';
import { parseTime } from '../../knowledge/times';
import { type EventFacts } from './facts';
import { shellWord } from '../shell';

/** LookupEvents answers for a span; the event lies in the middle of it, in ms. */
const SPAN = 5 * 60_000;
const MS = /\.\d{3}Z$/;

const isKnown = (value: string): boolean => value !== '' && !isMasked(value);
const utc = (ms: number): string => new Date(ms).toISOString().replace(MS, 'Z');

/**
 * The command of Alibaba Cloud CLI that looks the event up: by its id, or, where that is masked or not there, by what else is known of it, around its
 * time. Values are quoted for the shell. Undefined where nothing tells the event from others.
 */
export function lookupCommand(facts: EventFacts): string | undefined {
  const attributes: (readonly [string, string])[] = isKnown(facts.eventId)
    ? [['EventId', facts.eventId]]
    : (
        [
          ['EventName', facts.eventName],
          ['ServiceName', facts.serviceName],
          ['User', facts.userName],
        ] as const
      ).filter(([, value]) => isKnown(value));
  if (attributes.length === 0) return undefined;
  const time = parseTime(facts.eventTime)?.ms;
  const words = [
    ...(isKnown(facts.region) ? ['--region', shellWord(facts.region)] : []),
    ...attributes.flatMap(([key, value], index) => [
      `--LookupAttribute.${index + 1}.Key`,
      key,
      `--LookupAttribute.${index + 1}.Value`,
      shellWord(value),
    ]),
    ...(time === undefined ? [] : ['--StartTime', utc(time - SPAN), '--EndTime', utc(time + SPAN)]),
  ];
  return `aliyun actiontrail LookupEvents ${words.join(' ')}`;
}

/** The query of Simple Log Service that finds the event in the Logstore of a trail; undefined where nothing tells the event from others. */
export function logServiceQuery(facts: EventFacts): string | undefined {
  const terms = isKnown(facts.eventId)
    ? [['event.eventId', facts.eventId] as const]
    : (
        [
          ['event.requestId', facts.requestId],
          ['event.eventName', facts.eventName],
          ['event.serviceName', facts.serviceName],
          ['event.userIdentity.accountId', facts.accountId],
          ['event.eventTime', facts.eventTime],
        ] as const
      ).filter(([, value]) => isKnown(value));
  return terms.length === 0 ? undefined : terms.map(([field, value]) => `${field}: ${quoted(value)}`).join(' and ');
}

/** A phrase of the query language: what is not seen becomes a space, which separates words there. */
function quoted(value: string): string {
  return `"${value.replace(HIDDEN, ' ').replace(/[\\"]/g, String.raw`\$&`)}"`;
}
