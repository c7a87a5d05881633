import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { type Platform } from '../../../src/platform/platform';
import { BlockSource } from '../../../src/sources/blockSource';
import { type Part } from '../../../src/sources/parts';
import { PartReader } from '../../../src/sources/partReader';
import { scanParts, type ScanOptions } from '../../../src/sources/scanParts';
import { scanSegments } from '../../../src/sources/scanSegments';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event, SHAPES } from '../trail/logs';
import { MemoryFiles, platformOf } from './memoryFiles';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, number) => `${JSON.stringify(event(number))}\n`).join('');

/** Threads that tell what they find in turns that a seed decides. */
function threadsOf(source: BlockSource, threads: number, failing = -1): { platform: Platform; started: () => number } {
  let started = 0;
  let scans = 0;
  const startWorker: Platform['startWorker'] = () => {
    const number = started++;
    let isDisposed = false;
    let received: (message: unknown) => void = () => undefined;
    let failed: (error: Error) => void = () => undefined;
    return {
      post: (options) => {
        void (async () => {
          if (scans++ === failing) {
            failed(new Error('the thread died'));
            return;
          }
          for (const part of scanParts(source, options as ScanOptions)) {
            for (let turn = 0; turn <= number; turn++) await Promise.resolve();
            if (!isDisposed) received(part);
          }
        })();
      },
      listen: (onMessage, onError) => {
        received = onMessage;
        failed = onError;
      },
      dispose: () => {
        isDisposed = true;
      },
    };
  };
  return { platform: { ...platformOf(new MemoryFiles()), startWorker, threads }, started: () => started };
}

/** Scans in segments, and what is left in one piece. */
async function scan(
  text: string,
  options: ScanOptions,
  threads = 3,
  failing = -1,
): Promise<{ trail: Trail; parts: Part[]; rest: number; started: number }> {
  const source = new BlockSource(new MemoryBlocks(new TextEncoder().encode(text)));
  const trail = new Trail(source);
  const reader = new PartReader(trail);
  const parts: Part[] = [];
  const took = (part: Part): void => {
    parts.push(part);
    finish(reader.take(part, source));
  };
  const { platform, started } = threadsOf(source, threads, failing);
  const job = {
    uri: '',
    blocks: new MemoryBlocks(new Uint8Array()),
    source,
    options,
    signal: new AbortController().signal,
    took,
  };
  const place = await scanSegments(platform, job);
  if (place !== undefined) for (const part of scanParts(source, { ...options, ...place })) took(part);
  return { trail, parts, rest: place === undefined ? 0 : source.length - place.from, started: started() };
}

function eventsOf(trail: Trail): unknown {
  return Array.from({ length: trail.rows.size }, (_, row) => row)
    .filter((row) => trail.isEvent(row))
    .map((row) => ({
      text: trail.recordText(row),
      flags: trail.rows.flags(row),
      context: trail.contexts.name(trail.rows.context(row)),
      columns: Array.from({ length: Column.Count }, (_, column) => trail.value(row, column)),
    }));
}

const ofText = (text: string): unknown => eventsOf(Trail.of(new StringSource(text)));

test('lines are divided among threads, and what they find is in the order of the text', async () => {
  const text = lines(200);
  for (const segment of [100, 1_000, 5_000, 50_000]) {
    const { trail, parts, rest, started } = await scan(text, { segment, partLength: 500, partRows: 7 });
    assert.deepEqual([rest, started], [0, 3]);
    assert.deepEqual(eventsOf(trail), ofText(text));
    assert.ok(trail.isComplete);
    assert.equal(parts.filter(({ isLast }) => isLast).length, 1);
  }
});

test('where a segment does not end between two events, the rest is read in one piece', async () => {
  const text = `${lines(50)}[\n${lines(50).trimEnd().replaceAll('\n', ',\n')}\n]\n`;
  const { trail, rest } = await scan(text, { segment: 4_000 });
  assert.ok(rest > 0 && rest < text.length);
  assert.deepEqual(eventsOf(trail), ofText(text));
});

test('any log in any shape, damaged or not, has the same events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(SHAPES)),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          text: fc.constantFrom('{', '}', '"', '\\', '\n', ',', ']', '//', '\n{'),
        }),
        { maxLength: 3 },
      ),
      fc.integer({ min: 50, max: 3_000 }),
      fc.integer({ min: 2, max: 4 }),
      async (shape, changes, segment, threads) => {
        let text = SHAPES[shape]?.(5) ?? '';
        for (const { at, text: insert } of changes) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + insert + text.slice(offset);
        }
        assert.deepEqual(eventsOf((await scan(text, { segment }, threads)).trail), ofText(text));
      },
    ),
    { numRuns: 200 },
  );
});

test('the limit of events is kept over all threads', async () => {
  for (const maxEvents of [1, 30, 99]) {
    const { trail, parts } = await scan(lines(100), { segment: 3_000, maxEvents, partRows: 8 });
    assert.deepEqual([trail.events, parts.at(-1)?.limit, trail.isComplete], [maxEvents, 'events', true]);
  }
  const { trail, parts } = await scan(`${lines(40)}[\n${lines(60)}`, { segment: 3_000, maxEvents: 70 });
  assert.deepEqual([trail.events, parts.at(-1)?.limit], [70, 'events']);
});

test('a log that cannot be divided is left as it is; a thread that dies says so', async () => {
  const array = SHAPES['minified array']?.(50) ?? '';
  assert.equal((await scan(array, { segment: 1_000 })).rest, Buffer.byteLength(array));
  assert.equal((await scan(lines(20), { segment: 1_000 }, 1)).started, 0);
  await assert.rejects(scan(lines(100), { segment: 1_000 }, 3, 4), /the thread died/);
});
