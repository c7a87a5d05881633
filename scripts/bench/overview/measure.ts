import { describeFacets } from '../../../src/overview/model/describe';
import { readFacts } from '../../../src/overview/model/facts';
import { countedIn, figuresOf } from '../../../src/overview/model/figures';
import { nextEvent } from '../../../src/overview/model/find';
import { marksOf } from '../../../src/overview/model/marks';
import { countsWithin } from '../../../src/overview/model/shown';
import { Column, Flag, Row } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { type Steps } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';

const EVENTS = 1_000_000;
const RUNS = 7;
const MONTH = 30 * 86_400_000;
const NAMES = ['DescribeInstances', 'RunInstances', 'DeleteInstance', 'StopInstance'];
const BUCKET_NAMES = ['GetBucketInfo', 'PutObject', 'GetObject'];

/** Columns as a scan fills them, without the text: nothing here reads that. */
function makeTrail(): Trail {
  const trail = new Trail(new StringSource(''));
  const row = new Row();
  let seed = 1;
  const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
  const code = (column: Column, value: string): void => {
    row.codes[column] = trail.dictionary(column).encode(value);
  };
  for (let at = 0; at < EVENTS; at++) {
    row.clear();
    row.flags = Flag.Event | Flag.Marked;
    row.time = Date.UTC(2026, 2, 1) + (at / EVENTS) * MONTH + random(3_600_000);
    row.eventId = at + 1;
    const isBucket = at % 3 === 0;
    const names = isBucket ? BUCKET_NAMES : NAMES;
    code(Column.EventName, at % 10 === 1 ? `Describe${random(800)}` : (names[random(names.length)] ?? ''));
    code(Column.Account, `11000000000000${random(60) + 10}`);
    code(Column.ServiceName, isBucket ? 'Oss' : 'Ecs');
    code(Column.SourceAddress, `10.${random(40)}.${random(40)}.${random(40)}`);
    code(Column.AccessKey, `LTAI-EXAMPLE-${random(500)}`);
    code(Column.EventSource, isBucket ? `bucket-${random(300)}.oss-cn-hangzhou.aliyuncs.com` : 'ecs.aliyuncs.com');
    if (random(20) === 0) code(Column.ErrorCode, ['NoPermission', 'Throttling', 'Forbidden.RAM'][random(3)] ?? '');
    trail.take(at, at + 1, '', row);
  }
  trail.taken(new StringSource(' '.repeat(EVENTS)), EVENTS, true);
  return trail;
}

const times = new Map<string, number[]>();
let longest = 0;

function timed<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  const list = times.get(what) ?? [];
  times.set(what, list);
  list.push(performance.now() - start);
  return result;
}

/** Does work at once, and keeps how long its longest step took. */
function steps<T>(work: Steps<T | undefined>): T {
  for (let last = performance.now(); ;) {
    const { done, value } = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (done !== true) continue;
    if (value === undefined) throw new Error('rows went away');
    return value;
  }
}

const trail = makeTrail();
for (let run = 0; run < RUNS; run++) {
  const whole = performance.now();
  const facts = timed('Every row read once', () => steps(readFacts(trail)));
  if (facts.span === undefined) throw new Error('no times');
  const { span } = facts;
  const figures = timed('Bins and lists', () => steps(figuresOf(trail, facts, span)));
  timed('Marks', () => steps(marksOf(facts, figures)));
  timed('Values and meanings', () => describeFacets(trail, facts, figures, 'en'));
  timed('All of it: the first picture', () => undefined);
  times.get('All of it: the first picture')?.splice(-1, 1, performance.now() - whole);
  const range = { from: span.from + MONTH / 3, to: span.from + MONTH / 2 };
  timed('The numbers of a selected span', () => steps(countedIn(trail, facts, range)));
  timed('The next event of a name', () => steps(nextEvent(trail, facts, { column: Column.EventName, code: 1 }, 5)));
  timed('One step of a drag: the numbers of all lists', () => {
    for (const facet of Object.values(figures.facets)) countsWithin(facet, figures.scale.count, 40, 200);
  });
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
for (const [what, values] of times) console.log(`${what.padEnd(50)} ${median(values).toFixed(2).padStart(9)} ms`);
console.log(`${'The longest step'.padEnd(50)} ${longest.toFixed(2).padStart(9)} ms`);
