import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../property';
import { FACETS, MAX_VALUES } from '../../../src/overview/model/facet';
import { countedIn } from '../../../src/overview/model/figures';
import { nextEvent } from '../../../src/overview/model/find';
import { KINDS } from '../../../src/overview/model/kinds';
import { binOf, MAX_BINS, rangeOf, scaleOf, wholeOf } from '../../../src/overview/model/scale';
import { countsWithin } from '../../../src/overview/model/shown';
import { layersOf, roundTop, topsOf } from '../../../src/overview/model/stacks';
import { LIGHT } from '../../../src/overview/model/palette';
import { ticksOf } from '../../../src/overview/model/ticks';
import { Column } from '../../../src/trail/scan/row';
import { finish } from '../../../src/trail/steps';
import { DAY_START, factsOf, figures, MINUTE, type Sample, trailOf, WORDS } from './logs';

const HOUR = 60 * MINUTE;
const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);

describe('scale', () => {
  test('bins are of a width that people count in, as many as there may be', () => {
    assert.deepEqual(scaleOf({ from: DAY_START, to: DAY_START + HOUR }, 0), { start: DAY_START, width: 15_000, count: 240 });
    const day = scaleOf({ from: DAY_START + 7 * MINUTE, to: DAY_START + 24 * HOUR }, 0);
    assert.deepEqual(day, { start: DAY_START, width: 10 * MINUTE, count: 144 });
    assert.deepEqual(scaleOf({ from: DAY_START, to: DAY_START + 1 }, 0), { start: DAY_START, width: 1_000, count: 1 });
  });

  test('days start at local midnight', () => {
    const { start, width } = scaleOf({ from: DAY_START + 3 * HOUR, to: DAY_START + 200 * 24 * HOUR }, 8 * HOUR);
    assert.equal(width, 24 * HOUR);
    assert.equal(start, DAY_START - 8 * HOUR);
  });

  test('any span has at most so many bins, and all of it lies in them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 2.5e14 }),
        fc.integer({ min: 1, max: 2.5e14 }),
        fc.integer({ min: -14, max: 14 }),
        (from, length, zone) => {
          const scale = scaleOf({ from, to: from + length }, zone * HOUR);
          const whole = wholeOf(scale);
          assert.ok(scale.count >= 1 && scale.count <= MAX_BINS);
          assert.ok(whole.from <= from && whole.to >= from + length);
          assert.equal(binOf(scale, from), 0);
          assert.equal(binOf(scale, from + length - 1), scale.count - 1);
        },
      ),
    );
  });

  test('places on the axis are round local times, with the date where a day starts', () => {
    const scale = scaleOf({ from: DAY_START, to: DAY_START + 24 * HOUR }, 0);
    const ticks = ticksOf(scale, 8, 'Asia/Shanghai');
    assert.deepEqual(
      ticks.map(({ text, date }) => `${text} ${date}`.trim()),
      ['09:00 03-02', '12:00', '15:00', '18:00', '21:00', '00:00 03-03', '03:00', '06:00'],
    );
    const days = ticksOf({ start: DAY_START, width: 24 * HOUR, count: 200 }, 10, 'UTC');
    assert.ok(days.length > 2 && days.length <= 10);
    assert.ok(days.every(({ text, date }) => /^\d\d-\d\d$/.test(text) && date === ''));
  });
});

const samples = fc.array(
  fc.record(
    {
      at: fc.integer({ min: DAY_START, max: DAY_START + 3 * 24 * HOUR }),
      name: fc.constantFrom('DescribeInstances', 'DeleteInstance', 'RunInstances', 'ConsoleSignin', ''),
      account: fc.constantFrom('1', '2', '3', ''),
      address: fc.constantFrom('192.0.2.1', '192.0.2.2'),
      error: fc.constantFrom('', 'success', 'NoPermission', 'Throttling'),
    },
    { requiredKeys: ['name', 'account', 'address', 'error'] },
  ),
  { maxLength: 60 },
);

describe('figures', () => {
  test('count every event with a time once: in the bins, in the kinds, in each list', () => {
    fc.assert(
      fc.property(samples, (events: Sample[]) => {
        const trail = trailOf(events);
        const facts = factsOf(trail);
        const timed = events.filter(({ at }) => at !== undefined);
        assert.equal(facts.events, events.length);
        assert.equal(facts.timeless, events.length - timed.length);
        if (facts.span === undefined) {
          assert.equal(timed.length, 0);
          return;
        }
        const made = figures(trail, facts);
        const failed = timed.filter(({ error }) => error !== '' && error !== 'success');
        assert.equal(made.events, timed.length);
        assert.equal(sum(made.kinds), timed.length);
        assert.equal(made.failures, failed.length);
        assert.equal(sum(made.failed), failed.length);
        for (const id of FACETS) {
          const { counts, matrix } = made.facets[id];
          const wanted = id === 'error' ? failed.length : timed.length;
          assert.equal(sum(counts), wanted, id);
          assert.equal(sum(matrix), wanted, id);
        }
      }),
    );
  });

  test('the numbers of a part, by its bins and by asking the log, are the same', () => {
    fc.assert(
      fc.property(samples, fc.nat(), fc.nat(), (events: Sample[], one, other) => {
        const trail = trailOf(events);
        const facts = factsOf(trail);
        if (facts.span === undefined) return;
        const made = figures(trail, facts);
        const [first = 0, last = 0] = [one % made.scale.count, other % made.scale.count].sort((a, b) => a - b);
        const counted = finish(countedIn(trail, facts, rangeOf(made.scale, first, last)));
        assert.ok(counted);
        for (const id of FACETS) {
          const within = countsWithin(made.facets[id], made.scale.count, first, last);
          const exact = counted.facets[id];
          made.facets[id].codes.forEach((code, at) => {
            const place = exact.codes.indexOf(code);
            assert.equal(within[at], place < 0 ? 0 : exact.counts[place], id);
          });
        }
      }),
    );
  });

  test('kinds come from the catalogue and from what the log says of reading', () => {
    const trail = trailOf([
      { at: DAY_START, name: 'DescribeInstances' },
      { at: DAY_START, name: 'DeleteInstance' },
      { at: DAY_START, name: 'RunInstances' },
      { at: DAY_START, name: 'ConsoleSignin' },
    ]);
    const { kinds, scale } = figures(trail);
    assert.equal(scale.count, 1);
    assert.deepEqual(
      KINDS.filter((_, kind) => kinds[kind] === 1),
      ['read', 'write', 'delete', 'logon'],
    );
  });

  test('lists hold the most frequent values, the most frequent first', () => {
    const events = Array.from({ length: 200 }, (_, value) =>
      Array.from({ length: value < 100 ? 1 : value }, () => ({ at: DAY_START, address: `10.0.0.${value}` })),
    ).flat();
    const trail = trailOf(events);
    const { address } = figures(trail).facets;
    assert.equal(address.distinct, 200);
    assert.equal(address.codes.length, MAX_VALUES);
    assert.deepEqual(
      Array.from(address.codes, (code) => trail.dictionary(Column.SourceAddress).decode(code)),
      Array.from({ length: MAX_VALUES }, (_, place) => `10.0.0.${199 - place}`),
    );
  });

  test('events that the filter hides are counted as hidden, and nowhere else', () => {
    const trail = trailOf([{ at: DAY_START }, { at: DAY_START + HOUR, name: 'DeleteInstance' }, { at: DAY_START + 2 * HOUR }]);
    const facts = factsOf(trail, (row) => row !== 1);
    assert.deepEqual([facts.events, facts.hidden], [2, 1]);
    assert.equal(figures(trail, facts).events, 2);
  });

  test('a part of the time has finer bins, and nothing from outside of it', () => {
    const trail = trailOf(Array.from({ length: 48 }, (_, hour) => ({ at: DAY_START + hour * HOUR })));
    const view = { from: DAY_START + 10 * HOUR, to: DAY_START + 12 * HOUR };
    const part = figures(trail, factsOf(trail), view);
    assert.equal(part.events, 2);
    assert.ok(part.scale.width < figures(trail).scale.width);
  });

  test('layers stand on one another up to the number of all events', () => {
    const trail = trailOf([
      { at: DAY_START, error: 'NoPermission' },
      { at: DAY_START, name: 'DeleteInstance' },
      { at: DAY_START + HOUR },
    ]);
    const made = figures(trail);
    for (const mode of ['kinds', 'failures'] as const) {
      const layers = layersOf(made, mode, WORDS, LIGHT);
      const top = topsOf(layers, made.scale.count).at(-1);
      assert.equal(top?.[0], 2, mode);
      assert.equal(top?.at(-1), 1, mode);
    }
    assert.deepEqual(
      layersOf(made, 'failures', WORDS, LIGHT).map(({ name, total }) => [name, total]),
      [
        ['Failed', 1],
        ['Succeeded', 2],
      ],
    );
    assert.deepEqual([0, 4, 5, 9, 11, 37, 430, 1_000].map(roundTop), [4, 4, 8, 12, 12, 40, 600, 1_000]);
  });
});

describe('next event', () => {
  test('goes through the events of a value in the order of time, and begins again', () => {
    const trail = trailOf([
      { at: DAY_START + 2 * HOUR, name: 'A' },
      { at: DAY_START, name: 'B' },
      { at: DAY_START + HOUR, name: 'A' },
      { name: 'A' },
      { at: DAY_START + HOUR, name: 'A' },
    ]);
    const facts = factsOf(trail);
    const code = trail.dictionary(Column.EventName).find('A') ?? -1;
    const rows: number[] = [];
    let row = -1;
    for (let step = 0; step < 5; step++) {
      const found = finish(nextEvent(trail, facts, { column: Column.EventName, code }, row));
      assert.ok(found);
      assert.equal(found.count, 4);
      assert.equal(found.place, (step % 4) + 1);
      rows.push((row = found.row));
    }
    assert.deepEqual(rows, [2, 4, 0, 3, 2]);
    const range = { from: DAY_START, to: DAY_START + HOUR };
    assert.equal(finish(nextEvent(trail, facts, { range }))?.row, 1);
    assert.equal(finish(nextEvent(trail, facts, { range, column: Column.EventName, code })), undefined);
  });
});
