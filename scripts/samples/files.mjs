// The samples by name. Pure: what it returns depends on nothing but the seeds.
import { damaged } from './damaged.mjs';
import { burst, documented, nights, older, ordinary } from './mixture.mjs';
import { random } from './random.mjs';
import { story } from './story.mjs';

const inOrder = (events) => events.toSorted((a, b) => (a.eventTime < b.eventTime ? -1 : a.eventTime > b.eventTime ? 1 : 0));
const lines = (values) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;

function flink() {
  const rng = random(20260302);
  const counts = { flink: 92, compute: 38, access: 34, logons: 14, orders: 7 };
  const events = [...documented(rng), ...ordinary(rng, counts), ...nights(rng), ...burst(rng), ...story(rng)];
  return pretty(inOrder(events).map((one) => older(rng, one)));
}

const consoleExport = () => lines(inOrder(ordinary(random(7), { flink: 30, compute: 50, access: 40, logons: 12, orders: 6 })));

/** Pages come newest first. */
function lookup() {
  const rng = random(11);
  const events = inOrder(ordinary(rng, { flink: 14, compute: 10, access: 8, logons: 3, orders: 1 })).toReversed();
  return pretty({
    EndTime: '2026-03-15T16:00:00Z',
    Events: events,
    NextToken: 'ZXhhbXBsZS1uZXh0LXRva2Vu',
    RequestId: rng.guid(),
    StartTime: '2026-03-01T16:00:00Z',
  });
}

/** Log Service holds an event as text in the field `event`. */
function logService() {
  const events = inOrder(ordinary(random(13), { flink: 12, compute: 10, access: 10, logons: 3, orders: 1 }));
  return lines(
    events.map((one) => ({
      __topic__: 'actiontrail_audit_event',
      __source__: 'actiontrail_internal',
      __time__: String(Date.parse(one.eventTime) / 1000),
      event: JSON.stringify(one),
    })),
  );
}

export const files = () =>
  new Map([
    ['flink.trail.json', flink()],
    ['console-export.trail.jsonl', consoleExport()],
    ['lookup-events.json', lookup()],
    ['log-service.jsonl', logService()],
    ['damaged-paste.trail.json', damaged()],
  ]);
