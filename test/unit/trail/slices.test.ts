import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { SCAN_WINDOW } from '../../../src/trail/limits';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { apply, change, snapshot } from './edits';
import { LineSource } from './lineSource';
import { event, SHAPES } from './logs';

/** Reads so slowly that a slice is over before it has anything to scan. */
class SlowSource extends LineSource {
  /** The end of the slice (of performance.now, ms). */
  deadline = 0;

  override read(start: number, end: number): string {
    const text = super.read(start, end);
    while (performance.now() <= this.deadline);
    return text;
  }
}

const LONG = 'x'.repeat(2_500_000);
const line = (number: number, more?: Record<string, unknown>): string => JSON.stringify(event(number, more));
const LONG_LOGS: Readonly<Record<string, string>> = {
  'a long value': [line(1), line(2, { userAgent: LONG }), line(3), ''].join('\n'),
  'a long value on many lines': JSON.stringify(
    [event(1), event(2, { requestParameters: LONG.match(/x{1,40}/g) }), event(3)],
    null,
    1,
  ),
  'a quote that is left open': `${line(1)}\n{"eventId":"2","userAgent":"${LONG}`,
  'a long gap': `${line(1)}${' '.repeat(2_500_000)}${line(2)}`,
  'no record at all': LONG,
};

for (const [name, text] of Object.entries(LONG_LOGS))
  test(`whoever reads more slowly than a slice lasts comes to the end, and reads the text once: ${name}`, () => {
    const source = new SlowSource(text);
    const trail = new Trail(source);
    // A call reads a piece, or scans what has been read; and each stretch that is scanned in vain is half as long as the next.
    const enough = text.length / SCAN_WINDOW + 1;
    let calls = 0;
    do source.deadline = performance.now() + 1;
    while (!trail.advance(source.deadline) && ++calls < 2 * enough);
    assert.ok(trail.isComplete, `still at ${trail.scanned} of ${text.length} after ${calls} slices`);
    assert.equal(source.units, text.length);
    assert.deepEqual(snapshot(trail), snapshot(Trail.of(new StringSource(text))));
  });

/** When slices end, over and over: too early for anything, or never. */
const deadlines = fc.oneof(
  fc.constant([-Infinity]),
  fc.array(fc.constantFrom(-Infinity, -Infinity, -Infinity, Infinity), { minLength: 1, maxLength: 10 }),
);
const windows = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 64, max: 4_096 }), fc.constant(SCAN_WINDOW));
const counts = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(150));

for (const [name, make] of Object.entries(SHAPES)) {
  const logs = fc
    .record({ count: counts, crlf: fc.boolean(), damage: fc.array(change, { maxLength: 3 }) })
    .map(({ count, crlf, damage }) => apply(crlf ? make(count).replaceAll('\n', '\r\n') : make(count), damage).text);

  test(`however a scan is cut into slices and windows, the rows are the same: ${name}`, () => {
    fc.assert(
      fc.property(logs, windows, deadlines, (text, window, ends) => {
        const source = new LineSource(text);
        const trail = new Trail(source, undefined, window);
        let idle = 0;
        for (let slice = 0, got = -1; !trail.advance(ends[slice % ends.length] ?? 0); slice++) {
          // One slice may find out that a record goes on behind what has been read; the next one reads on.
          idle = trail.reached + source.units === got ? idle + 1 : 0;
          assert.ok(idle < 2, 'slices get on');
          got = trail.reached + source.units;
        }
        assert.equal(source.units, text.length);
        assert.deepEqual(snapshot(trail), snapshot(Trail.of(new StringSource(text))), JSON.stringify(text));
      }),
      { numRuns: 60 },
    );
  });

  test(`edits between slices are followed: ${name}`, () => {
    fc.assert(
      fc.property(
        logs,
        windows,
        fc.array(fc.record({ slices: fc.nat(8), changes: fc.array(change, { minLength: 1, maxLength: 3 }) }), { maxLength: 5 }),
        (log, window, rounds) => {
          let text = log;
          const trail = new Trail(new LineSource(text), undefined, window);
          for (const { slices: count, changes } of rounds) {
            for (let slice = 0; slice < count; slice++) trail.advance(-Infinity);
            const applied = apply(text, changes);
            ({ text } = applied);
            trail.update(new LineSource(text), applied.edits);
          }
          while (!trail.advance(-Infinity));
          assert.deepEqual(snapshot(trail), snapshot(Trail.of(new StringSource(text))), JSON.stringify(text));
        },
      ),
      { numRuns: 60 },
    );
  });
}
