import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, sample } from '../property';

import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { apply, change, snapshot } from './edits';
import { SHAPES } from './logs';

for (const [name, make] of Object.entries(SHAPES)) {
  test(`after any edits the rows are those of a fresh scan: ${name}`, () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(30)),
        fc.boolean(),
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (count, crlf, rounds) => {
          let text = make(count);
          if (crlf) text = text.replaceAll('\n', '\r\n');
          const trail = Trail.of(new StringSource(text));
          for (const changes of rounds) {
            const applied = apply(text, changes);
            ({ text } = applied);
            trail.update(new StringSource(text), applied.edits);
            assert.deepEqual(snapshot(trail), snapshot(Trail.of(new StringSource(text))), JSON.stringify(text));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
}

test('empty objects one after another are one row, however many there are', () => {
  const text = `{"eventId":"1"}\n${'{},\n'.repeat(9_000)}x{}{"eventId":"2"} {}`;
  const trail = Trail.of(new StringSource(text));
  const { rows } = trail;
  assert.equal(rows.size, 4);
  assert.deepEqual([rows.start(1), rows.end(1)], [text.indexOf('{}'), text.indexOf('{"eventId":"2"')]);
  const hurried = new Trail(new StringSource(text));
  while (!hurried.advance(-Infinity));
  assert.deepEqual(snapshot(hurried), snapshot(trail));
});

test('an edit that breaks the structure is mended by the edit that takes it back', () => {
  for (const make of Object.values(SHAPES)) {
    const text = make(5);
    const before = snapshot(Trail.of(new StringSource(text)));
    for (const at of sample(Array.from({ length: Math.ceil(text.length / 7) }, (_, index) => index * 7))) {
      const trail = Trail.of(new StringSource(text));
      trail.update(new StringSource(text.slice(0, at) + text.slice(at + 1)), [{ start: at, oldEnd: at + 1, length: 0 }]);
      trail.update(new StringSource(text), [{ start: at, oldEnd: at, length: 1 }]);
      assert.deepEqual(snapshot(trail), before);
    }
  }
});
