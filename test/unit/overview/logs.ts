import { finish } from '../../../src/trail/steps';
import { type Facts, readFacts } from '../../../src/overview/model/facts';
import { type Figures, figuresOf } from '../../../src/overview/model/figures';
import { describeFacets } from '../../../src/overview/model/describe';
import { type Shown, type ShownMark } from '../../../src/overview/model/shown';
import { type Words } from '../../../src/overview/model/words';
import { type Range } from '../../../src/overview/model/scale';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** An event of a test; `at` is in ms. */
export interface Sample {
  readonly at?: number;
  readonly name?: string;
  readonly account?: string;
  readonly address?: string;
  readonly error?: string;
  readonly key?: string;
}

/** 2026-03-02T00:00:00Z */
export const DAY_START = Date.UTC(2026, 2, 2);
export const MINUTE = 60_000;

export function trailOf(samples: readonly Sample[]): Trail {
  const lines = samples.map(
    ({ at, name = 'DescribeInstances', account = '1100000000000011', address = '192.0.2.1', error, key }) =>
      JSON.stringify({
        eventName: name,
        acsRegion: 'cn-hangzhou',
        serviceName: 'Ecs',
        ...(at === undefined ? {} : { eventTime: new Date(at).toISOString() }),
        ...(error === undefined ? {} : { errorCode: error }),
        sourceIpAddress: address,
        userIdentity: { type: 'ram-user', accountId: account, ...(key === undefined ? {} : { accessKeyId: key }) },
      }),
  );
  return Trail.of(new StringSource(lines.join('\n')));
}

export function factsOf(trail: Trail, keeps?: (row: number) => boolean): Facts {
  const facts = finish(readFacts(trail, keeps));
  if (facts === undefined) throw new Error('no facts');
  return facts;
}

export function figures(trail: Trail, facts = factsOf(trail), view?: Range): Figures {
  const range = view ?? facts.span;
  const made = range && finish(figuresOf(trail, facts, range));
  if (made === undefined) throw new Error('no figures');
  return made;
}

export function shownOf(trail: Trail, marks: readonly ShownMark[] = [], title = 'log.trail.json'): Shown {
  const facts = factsOf(trail);
  const made = figures(trail, facts);
  const { span = { from: 0, to: 1 }, timeless, hidden } = facts;
  return {
    ...made,
    facets: describeFacets(trail, facts, made, 'en'),
    title,
    marks,
    timeless,
    hidden,
    span,
    isPart: false,
    progress: 1,
  };
}

/** The words of a test: their own keys, which are told apart more easily than sentences. */
export const WORDS: Words = {
  language: 'en',
  kinds: { read: 'Read', write: 'Write', delete: 'Delete', logon: 'Logon', order: 'Order', platform: 'Platform' },
  facets: { name: 'Names', account: 'Accounts', address: 'Addresses', error: 'Errors' },
  none: { name: '(no name)', account: '(no account)', address: '(no address)', error: '(no error)' },
  events: '{0} events',
  oneEvent: '1 event',
  failed: '{0} failed',
  succeeded: 'Succeeded',
  failures: 'Failed',
  byKind: 'Kinds',
  byFailure: 'Failures',
  colours: 'Colours',
  table: 'Tables',
  pin: 'Pin',
  pinTitle: 'Stay',
  zoomIn: 'Zoom in',
  zoomOut: 'Whole',
  save: 'Save',
  copy: 'Copy',
  clear: 'Clear',
  timeline: 'Timeline',
  timelineHelp: 'Help',
  heat: 'Heat',
  heatHelp: 'Help',
  marks: 'Marks',
  more: '{0} more',
  nothing: 'None',
  timeless: '{0} timeless',
  hidden: '{0} hidden',
  reading: '{0}% read',
  time: 'Time',
  count: 'Count',
  value: 'Value',
  open: 'Open',
  selected: 'Selected:',
};
