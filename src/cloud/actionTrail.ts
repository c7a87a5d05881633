import { accepted, type Answer, foreign, listOf, member, textOf } from './answer';
import { type Call } from './call';
import { kindOf } from './failure';
import { asked, type Page, type Paging, type PagingContext, type Step } from './page';
import { reached, type Span, utc, windowsOf } from './span';

const API = { kind: 'rpc', version: '2020-07-06' } as const;
/** Events that an answer may hold. */
const MOST = 50;
/** Pages of fewer would take too many questions for a round number of events. */
const FEWEST = 25;

/** What an event must have; the service takes two of them. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

/** What LookupEvents is asked for. */
export interface LookupQuery {
  /** One after another. */
  readonly regions: readonly string[];
  readonly span: Span;
  readonly attributes: readonly Attribute[];
}

/** The host of ActionTrail in a region. */
export function hostOf(region: string): string {
  return `actiontrail.${region}.aliyuncs.com`;
}

/** The events that LookupEvents finds: region by region, in windows of 30 days, the newest first. `now` is ms since 1970. */
export function* lookUp(query: LookupQuery, now: number, context: PagingContext): Paging {
  const span = reached(query.span, now);
  if (span !== undefined && span.from > query.span.from) context.note({ code: 'reach', from: span.from });
  let { attributes } = query;
  for (const [at, region] of query.regions.entries()) {
    const windows = span === undefined ? [] : [...windowsOf(span)];
    for (const [index, window] of windows.entries()) {
      const isLast = at === query.regions.length - 1 && index === windows.length - 1;
      attributes = yield* lookUpWindow(region, window, attributes, isLast, context);
    }
  }
}

/** One window; gives the attributes with which the service was content. */
function* lookUpWindow(
  region: string,
  window: Span,
  wanted: readonly Attribute[],
  isLast: boolean,
  context: PagingContext,
): Generator<Step, readonly Attribute[], Answer | undefined> {
  let attributes = wanted;
  // What follows a token must be asked in the very same words, the size of a page too.
  const size = pageSize(context.wanted());
  for (let token = ''; ;) {
    const call = lookUpCall(region, window, attributes, size, token);
    const answer = yield* asked(call);
    if (answer.refusal !== undefined && token === '' && attributes.length > 0 && kindOf(answer.refusal) === 'attributes') {
      const refused = attributes.map(({ key }) => key).join(', ');
      attributes = attributes.slice(0, -1);
      context.note({ code: 'attributes-refused', detail: refused });
      continue;
    }
    const { text, json } = accepted(call, answer);
    const events = listOf(member(json, 'Events'));
    if (events === undefined) throw foreign(call);
    const next = textOf(json, 'NextToken');
    const isEnd = next === '' || next === token;
    yield { page: pageOf(text, events, isEnd && isLast) };
    if (isEnd) return attributes;
    token = next;
  }
}

function pageOf(text: string, events: readonly unknown[], isLast: boolean): Page {
  const times = events
    .map((event) => Date.parse(textOf(event, 'eventTime') || textOf(event, 'EventTime')))
    .filter(Number.isFinite);
  return { text, events: events.length, isLast, ...(times.length === 0 ? {} : { oldest: Math.min(...times) }) };
}

/** Pages of one size that come to as many events as are wanted, or to a few less. */
function pageSize(wanted: number): number {
  if (wanted <= MOST) return Math.max(1, wanted);
  for (let size = MOST; size >= FEWEST; size--) if (wanted % size === 0) return size;
  return Math.floor(wanted / Math.ceil(wanted / MOST));
}

function lookUpCall(region: string, window: Span, attributes: readonly Attribute[], size: number, token: string): Call {
  const conditions = attributes.flatMap(({ key, value }, index) => [
    [`LookupAttribute.${index + 1}.Key`, key],
    [`LookupAttribute.${index + 1}.Value`, value],
  ]);
  return {
    action: 'LookupEvents',
    method: 'POST',
    host: hostOf(region),
    path: '/',
    query: {
      StartTime: utc(window.from),
      EndTime: utc(window.to),
      Direction: 'BACKWARD',
      MaxResults: String(size),
      ...(token === '' ? {} : { NextToken: token }),
      ...(Object.fromEntries(conditions) as Readonly<Record<string, string>>),
    },
    api: API,
  };
}

/** A trail, as far as it leads to a Logstore. */
export interface TrailPlace {
  readonly name: string;
  readonly region: string;
  readonly project: string;
  readonly logstore: string;
}

const PROJECT_ARN = /^acs:log:([\w-]+):\d*:project\/([\w-]+)$/;

/** Asks for the trails that a region knows. */
export function trailsCall(region: string): Call {
  return { action: 'DescribeTrails', method: 'POST', host: hostOf(region), path: '/', query: {}, api: API };
}

/** The Logstores of the trails that DescribeTrails told of. */
export function trailsIn(call: Call, answer: Answer): readonly TrailPlace[] {
  const trails = listOf(member(accepted(call, answer).json, 'TrailList'));
  if (trails === undefined) throw foreign(call);
  return trails.flatMap((trail) => {
    const name = textOf(trail, 'Name');
    const [, region, project] = PROJECT_ARN.exec(textOf(trail, 'SlsProjectArn')) ?? [];
    if (name === '' || region === undefined || project === undefined) return [];
    return [{ name, region, project, logstore: `actiontrail_${name}` }];
  });
}
