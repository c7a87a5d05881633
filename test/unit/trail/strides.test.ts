import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STRIDE } from '../../../src/trail/limits';
import { createDictionaries, type Row } from '../../../src/trail/scan/row';
import { type Paused, Scanner } from '../../../src/trail/scan/scanner';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { event } from './logs';
import { snapshot } from './edits';

const UNITS = 12 * STRIDE;
const filled = (part: string): string => part.repeat(Math.ceil(UNITS / part.length));
const holding = (value: string): string => JSON.stringify(event(1)).replace(/\}$/, `,"more":${value}}`);

/** Texts that give no row for long: the clock is to be looked at within them. */
const LONG: Readonly<Record<string, string>> = {
  'a record of many members': holding(`[${filled('{"a":1,"b":"xyz"},\n')}1]`),
  'a record of many members, cut off': holding(`[${filled('{"a":1,"b":"xyz"},\n')}1`).slice(0, -1),
  'a record of lines': holding(`[\n${filled('  "abc",\n')}1]`),
  'blanks in a record': holding(`${filled(' ')}1`),
  'colons in a record': holding(filled(':')),
  'quotes in a record': holding(filled('"')),
  'a member before a list of events': `{"other":[${filled('"a",')}1],"Events":[${JSON.stringify(event(1))}]}`,
  'brackets that close': filled(']'),
  'braces that close': filled('}'),
  'braces that open': filled('{'),
  'objects in objects': filled('{"a":'),
  'lists in an object': `{"a":${filled('[')}`,
  blanks: filled(' '),
  'line ends': filled('\n'),
  commas: filled(','),
};

for (const [name, text] of Object.entries(LONG))
  test(`a scan can be stopped about every stride, and goes on there: ${name}`, () => {
    const log = `${JSON.stringify(event(2))}\n${text}\n${JSON.stringify(event(3))}\n`;
    const scan = (isDue: () => boolean): { rows: unknown[]; longest: number } => {
      const rows: unknown[] = [];
      const take = (start: number, end: number, context: string, row: Row): boolean => {
        rows.push([start, end, context, row.flags]);
        return true;
      };
      const scanner = new Scanner(createDictionaries());
      let longest = 0;
      let reached = 0;
      let paused: Paused | undefined;
      for (let at = 0, context = '', isDone = false; !isDone;) {
        const place = scanner.scan(log, 0, at, context, true, { take, isDue }, paused);
        ({ at, context, paused } = place);
        const now = paused?.reached ?? at;
        longest = Math.max(longest, now - reached);
        reached = now;
        isDone = !place.stopped;
      }
      return { rows, longest };
    };
    const cut = scan(() => true);
    assert.deepEqual(cut.rows, scan(() => false).rows);
    assert.ok(cut.longest < 3 * STRIDE, `${cut.longest} units without a look at the clock`);
  });

test('an edit in a record that takes long is read on by whoever goes on', () => {
  // Long enough to take longer than an edit may, on any machine.
  const inner = holding(`[${'{"a":1,"b":"xyz"},\n'.repeat(1_000_000)}1`);
  const before = `${JSON.stringify(event(2))}\n${inner}\n${JSON.stringify(event(3))}\n`;
  const trail = Trail.of(new StringSource(before));
  const at = before.indexOf('"more"') + 1;
  const after = `${before.slice(0, at)}x${before.slice(at)}`;
  trail.update(new StringSource(after), [{ start: at, oldEnd: at, length: 1 }]);
  assert.equal(trail.isComplete, false);
  assert.ok(trail.scanned < before.length / 2);
  while (!trail.advance(performance.now() + 5));
  assert.deepEqual(snapshot(trail), snapshot(Trail.of(new StringSource(after))));
});
