import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../property';
import { natureOf } from '../../../src/trail/shape';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { event, SHAPES } from './logs';

const COUNT = 12;
/** The event in which the mistake is, and the one before or behind it, where it is between them. */
const LOST = 2;
const NAMES = [
  'pretty array',
  'minified array',
  'lines',
  'concatenated',
  'lookup response',
  'wrapped response',
  'sls text',
  'cloud events',
];

for (const name of NAMES)
  test(`one wrong character costs the events around it, no more: ${name}`, () => {
    const text = SHAPES[name]?.(COUNT) ?? '';
    // Before the first event the shape itself would be another one.
    const first = text.search(/event(?:Version|Id)/);
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: text.length - 1 }),
        fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'x', '\n', '0', ' ', '\0', ''),
        fc.boolean(),
        (at, unit, replaces) => {
          const damaged = text.slice(0, at) + unit + text.slice(at + (replaces ? 1 : 0));
          const { events } = Trail.of(new StringSource(damaged));
          assert.ok(events >= COUNT - LOST && events <= COUNT + LOST, `${events} events: ${damaged.slice(at - 20, at + 20)}`);
        },
      ),
      { numRuns: runs(400) },
    );
  });

test('lines between events that are none leave the others on lines of their own', () => {
  const line = (number: number): string => JSON.stringify(event(number));
  for (const eol of ['\n', '\r\n', ' \n\n'])
    assert.equal(natureOf(Trail.of(new StringSource(['# begin', line(1), '# next', line(2), ''].join(eol)))).shape, 'lines');
});
