import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Filter } from '../../../src/filter/filter';
import { mayHold } from '../../../src/filter/mayHold';
import { FileLog } from '../../../src/sources/fileLog';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { MemoryFiles, platformOf } from '../sources/memoryFiles';
import { fc } from '../property';
import { event } from '../trail/logs';

async function trailOf(bytes: Uint8Array): Promise<Trail> {
  const files = new MemoryFiles();
  files.content.set('/log', bytes);
  const log = await FileLog.open(platformOf(files), '/log', () => undefined);
  await log.index(new AbortController().signal);
  return log.trail;
}

/** The same text as it lies in a document, in a file of bytes, and in one that is not UTF-8. */
const trailsOf = async (text: string): Promise<Trail[]> => [
  Trail.of(new StringSource(text)),
  await trailOf(Buffer.from(text)),
  await trailOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
];
const rowsOf = (filter: string, trail: Trail): readonly number[] => [...(finish(Filter.parse(filter).rows(trail))?.rows ?? [])];

/** Ways to write a name that a reader of JSON takes for the same. */
const WRITINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
  (name) =>
    `${name.slice(0, -1)}\\u00${name
      .charCodeAt(name.length - 1)
      .toString(16)
      .toUpperCase()}`,
  // The Kelvin sign is a K.
  (name) => name.replace('k', '\u212a'),
  (name) => name.replace('k', '\\u212A'),
];

test('a filter of members finds the same events wherever the log lies and however a value is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          at: fc.constantFrom('no', 'resource', 'elsewhere'),
          writing: fc.nat(WRITINGS.length - 1),
          filler: fc.constantFrom('', '张三', 'é'.repeat(50), 'İ', 'x'.repeat(9_000), 'C:\\\\dir', '\\u003c'),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      async (events) => {
        const lines = events.map(({ at, writing, filler }, number) =>
          JSON.stringify(event(number, { resourceName: '@', requestParameters: { note: '#', filler: '~' } }))
            .replace('@', () => (at === 'resource' ? (WRITINGS[writing] as (name: string) => string)('disk-k1x') : 'vpc-1'))
            .replace('#', () => (at === 'elsewhere' ? 'disk-k1x' : ''))
            .replace('~', () => filler),
        );
        const wanted = events.flatMap(({ at }, row) => (at === 'resource' ? [row] : []));
        for (const trail of await trailsOf(lines.join('\n'))) {
          assert.equal(trail.events, events.length);
          assert.deepEqual(rowsOf('resource:disk-k1x', trail), wanted);
          assert.deepEqual(rowsOf('-resource:disk-*', trail).length, events.length - wanted.length);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('rows without the text are not read, in whatever order they are asked about', async () => {
  const text = Array.from({ length: 500 }, (_, number) =>
    JSON.stringify(event(number, { note: number % 50 === 7 ? 'Needle-1' : '' })),
  );
  const trail = await trailOf(Buffer.from(text.join('\n')));
  const held = mayHold(trail, 'needle-1');
  assert.ok(held);
  const order = Array.from({ length: 500 }, (_, number) => (number * 123) % 500);
  for (const row of [...order, ...order.toSorted((a, b) => a - b)]) assert.equal(held(row), row % 50 === 7, String(row));
});

test('what has changed in the log is looked at again', () => {
  const before = JSON.stringify(event(1, { note: 'needle' }));
  const after = before.replace('needle', 'thread');
  const trail = Trail.of(new StringSource(before));
  const held = mayHold(trail, 'thread');
  assert.equal(held?.(0), false);
  const start = before.indexOf('needle');
  trail.update(new StringSource(after), [{ start, oldEnd: start + 6, length: 6 }]);
  assert.equal(held?.(0), true);
});

test('a text that escapes may write in many ways is not looked for', () => {
  assert.equal(mayHold(Trail.of(new StringSource('')), 'a b'), undefined);
  assert.equal(mayHold(Trail.of(new StringSource('')), '中'), undefined);
});
