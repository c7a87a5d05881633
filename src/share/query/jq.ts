import { withoutHidden } from '../../escapes/hidden';
import { NO_FAILURE } from '../../knowledge/placeholders';
import { type Pattern, type Term, type Value } from '../../filter/expression';
import { type FieldName, WEEKDAYS } from '../../filter/field';
import { isAnything, isLiteral } from '../../filter/glob';
import { networkFrom, rangeOf } from '../../filter/network';
import { hoursOf, momentRange, momentsOf } from '../../filter/moment';
import { type Dialect } from './translate';
import { isNetwork } from './values';

const PATHS: Readonly<Partial<Record<FieldName, string>>> = {
  name: '.eventName',
  account: '((.userIdentity.accountId | select(. != "")) // .recipientAccountId)',
  user: '((.userIdentity.userName | select(. != "")) // .userIdentity.principalId)',
  service: '.serviceName',
  region: '.acsRegion',
  address: '.sourceIpAddress',
  key: '.userIdentity.accessKeyId',
  identity: '.userIdentity.type',
  type: '.eventType',
  rw: '.eventRW',
  id: '.eventId',
  request: '.requestId',
  source: '.eventSource',
  agent: '.userAgent',
};

/** Conditions as filters of jq over one event. */
export const JQ: Dialect = {
  term: ({ field, operator, values }: Term) => {
    const written = values.map((value) =>
      isNetwork(field, operator, value) ? networkCondition(value) : conditionOf(field.name, operator, value),
    );
    const known = written.filter((one) => one !== undefined);
    if (known.length < written.length) return undefined;
    const condition = known.length === 1 ? (known[0] as string) : `(${known.join(' or ')})`;
    return operator === '!=' ? `(${condition} | not)` : condition;
  },
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `(${part} | not)`,
};

/** A string of jq: JSON, whose backslashes leave nothing to be interpolated, and nothing unseen. */
const literal = (text: string): string => withoutHidden(JSON.stringify(text));

function conditionOf(field: FieldName, operator: Term['operator'], value: Value): string | undefined {
  if (field === 'time') return timeCondition(operator, value);
  if (field === 'hour') return hourCondition(operator, value);
  if (field === 'weekday')
    return `(${CLOCK} | .[6]? == ${WEEKDAYS.indexOf(value.text.toLowerCase() as (typeof WEEKDAYS)[number])})`;
  if (field === 'text') return `(tojson | ascii_downcase | test(${literal(regexOf(value.pattern))}))`;
  if (field === 'resource')
    return `any((.resourceName, .resourceType | strings | splits("[,;]")), (.referencedResources | .. | strings), (.referencedResources | objects | keys[]); ${matches('ascii_downcase', value)})`;
  if (field === 'error') return `(${matches(realOf('.errorCode, .errorMessage'), value)})`;
  if (field === 'message') return `(${matches(realOf('.errorMessage'), value)})`;
  const path = PATHS[field];
  const text = `(${path ?? ''} // "") | tostring | ascii_downcase`;
  // A filter looks at the parts of texts that it reads from the record, for they may be lists.
  if (field === 'agent' && value.text !== '' && !isAnything(value.pattern))
    return `any((${text}), (${text} | splits("[,;]")); ${matches('.', value)})`;
  return path && `(${matches(text, value)})`;
}

/** The first of some values that is no placeholder for "no failure". */
function realOf(paths: string): string {
  return `([${paths} | . // "" | tostring | ascii_downcase | select(test(${literal(NO_FAILURE)}) | not)][0] // "")`;
}

function matches(text: string, { text: written, pattern }: Value): string {
  if (written === '') return `${text} == ""`;
  if (isAnything(pattern)) return `${text} != ""`;
  if (isLiteral(pattern)) return `${text} == ${literal(asciiLower(written))}`;
  return `${text} | test(${literal(`^${regexOf(pattern)}$`)})`;
}

/** jq lower-cases ASCII only. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (unit) => unit.toLowerCase());
}

/** A pattern as a regular expression: every sign of such a one stands for itself. */
function regexOf(pattern: Pattern): string {
  return pattern
    .map((parts) =>
      parts.map((part) => (part === undefined ? '.' : asciiLower(part).replace(/[^\p{L}\p{N}\s_]/gu, '\\$&'))).join(''),
    )
    .join('.*');
}

const TIME = '((.eventTime // "")[0:19])';
/** The local time of an event, broken up; nothing where it has none. */
const CLOCK = `(try (${TIME} + "Z" | fromdateiso8601 | localtime) catch [])`;

function timeCondition(operator: Term['operator'], { text }: Value): string | undefined {
  if (text === '*') return `(${TIME} != "")`;
  const moments = operator.startsWith('<') || operator.startsWith('>') ? momentsOf(text) : momentRange(text);
  if (moments === undefined) return undefined;
  const at = (ms: number): string => literal(new Date(ms).toISOString().slice(0, 19));
  const { start, end } = moments;
  switch (operator) {
    case '>':
    case '>=':
      return `(${TIME} ${operator} ${at(start)})`;
    case '<':
      return `(${TIME} != "" and ${TIME} < ${at(start)})`;
    case '<=':
      return `(${TIME} != "" and ${TIME} < ${at(end)})`;
    default:
      return `(${TIME} >= ${at(start)} and ${TIME} < ${at(end)})`;
  }
}

function hourCondition(operator: Term['operator'], { text }: Value): string | undefined {
  const hours = hoursOf(text);
  if (hours === undefined) return undefined;
  const { from, to } = hours;
  const hour = '.[3]? // -1';
  if (operator.startsWith('<') || operator.startsWith('>')) return `(${CLOCK} | ${hour} | . >= 0 and . ${operator} ${from})`;
  return `(${CLOCK} | ${hour} | . >= 0 and (. >= ${from} ${from <= to ? 'and' : 'or'} . <= ${to}))`;
}

function networkCondition({ text }: Value): string | undefined {
  const network = networkFrom(text);
  if (network?.version !== 4) return undefined;
  const { first, last } = rangeOf(network);
  const number = 'split(".") | map(tonumber) | .[0] * 16777216 + .[1] * 65536 + .[2] * 256 + .[3]';
  return `((.sourceIpAddress // "") | tostring | test("^[0-9]{1,3}([.][0-9]{1,3}){3}$") and (${number} | . >= ${first} and . <= ${last}))`;
}
