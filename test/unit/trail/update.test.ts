import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { Column } from '../../../src/trail/row';
import { StringSource } from '../../../src/trail/source';
import { type Edit, Trail } from '../../../src/trail/trail';
import { SHAPES } from './logs';

/** All that is known of a trail, in a form in which two can be compared. */
function snapshot(trail: Trail): unknown {
  return Array.from({ length: trail.rows.size }, (_, row) => ({
    start: trail.rows.start(row),
    end: trail.rows.end(row),
    flags: trail.rows.flags(row),
    context: trail.contexts.name(trail.rows.context(row)),
    time: trail.rows.time(row),
    ids: [trail.rows.eventId(row), trail.rows.requestId(row)],
    columns: Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
  }));
}

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Applies changes at relative places (0..1) that do not overlap; gives the text and the edits in the order of the text. */
function apply(text: string, changes: readonly Change[]): { text: string; edits: Edit[] } {
  const edits: Edit[] = [];
  let result = '';
  let from = 0;
  for (const { at, remove, insert } of [...changes].sort((a, b) => a.at - b.at)) {
    const start = Math.min(text.length, Math.floor(at * text.length));
    const oldEnd = Math.min(text.length, start + remove);
    if (start < from || (edits.length > 0 && start === from)) continue;
    result += text.slice(from, start) + insert;
    edits.push({ start, oldEnd, length: insert.length });
    from = oldEnd;
  }
  return { text: result + text.slice(from), edits };
}

const SNIPPETS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  '//',
  '/*',
  '*/',
  'x',
  ' ',
  '175***657',
  '{"eventId":"x"}',
  '},\n{',
  '"a":1,',
  'null',
  '',
  '\r\n',
  '{"eventName":"New","acsRegion":"cn-beijing"}\n',
  '"event":',
  '{}',
  '{},{ }\n,{},{},',
];
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(5), fc.nat(400)),
  insert: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 8 })),
});

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
    for (let at = 0; at < text.length; at += 7) {
      const trail = Trail.of(new StringSource(text));
      trail.update(new StringSource(text.slice(0, at) + text.slice(at + 1)), [{ start: at, oldEnd: at + 1, length: 0 }]);
      trail.update(new StringSource(text), [{ start: at, oldEnd: at, length: 1 }]);
      assert.deepEqual(snapshot(trail), before);
    }
  }
});
