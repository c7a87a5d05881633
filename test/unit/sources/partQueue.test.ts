import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { BlockSource } from '../../../src/sources/blockSource';
import { PartQueue } from '../../../src/sources/partQueue';
import { PartReader } from '../../../src/sources/partReader';
import { type Part } from '../../../src/sources/parts';
import { SLICE } from '../../../src/sources/limits';
import { scanParts } from '../../../src/sources/scanParts';
import { type Steps } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';

const ROWS = 40_000;
const text = Array.from({ length: ROWS }, (_, number) => `${JSON.stringify(event(number))}\n`).join('');
const source = new BlockSource(new MemoryBlocks(new TextEncoder().encode(text)));
const parts: readonly Part[] = [...scanParts(source, { partRows: 3_000 })];

/** Steps that take a slice each, however fast the machine is. */
function* slowly(steps: Steps<void>): Steps<void> {
  while (steps.next().done !== true) {
    for (const end = performance.now() + SLICE; performance.now() < end;);
    yield;
  }
}

test('parts are taken in their order, and others have their turn in between', async () => {
  const trail = new Trail(source);
  const reader = new PartReader(trail);
  const places: number[] = [];
  const queue = new PartQueue<Part>(
    new AbortController().signal,
    (part) => slowly(reader.take(part, source)),
    ({ at }) => places.push(at),
  );
  for (const part of parts) queue.add(part);
  assert.equal(trail.rows.size, 0, 'adding does no work');
  const seen = new Set<number>();
  const look = setInterval(() => {
    seen.add(trail.rows.size);
    if (trail.rows.size > 0 && !trail.isComplete) assert.equal(trail.scanned, trail.rows.end(trail.rows.size - 1));
  }, 1);
  await queue.settled();
  clearInterval(look);
  assert.ok(trail.isComplete);
  assert.equal(trail.rows.size, ROWS);
  assert.ok(seen.size > 1, `others looked at ${seen.size} states`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.equal(places.length, Math.ceil(ROWS / 3_000));
});

test('nothing is taken once it was cancelled', async () => {
  const trail = new Trail(source);
  const reader = new PartReader(trail);
  const controller = new AbortController();
  const queue = new PartQueue<Part>(
    controller.signal,
    (part) => reader.take(part, source),
    () => {
      controller.abort();
    },
  );
  for (const part of parts) queue.add(part);
  await queue.settled();
  const { size } = trail.rows;
  assert.ok(size >= 3_000 && size < ROWS, `${size} rows`);
  const [first] = parts;
  if (first !== undefined) queue.add(first);
  await queue.settled();
  assert.equal(trail.rows.size, size);
});
