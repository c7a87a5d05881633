import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { BlockSource } from '../../../src/sources/blockSource';
import { cutEvents } from '../../../src/sources/cutEvents';
import { PartReader } from '../../../src/sources/partReader';
import { scanParts, type ScanOptions } from '../../../src/sources/scanParts';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { SHAPES } from '../trail/logs';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

function readParts(bytes: Uint8Array, options: ScanOptions = {}): { trail: Trail; limit: string | undefined } {
  const source = new BlockSource(new MemoryBlocks(bytes));
  const trail = new Trail(source);
  const reader = new PartReader(trail);
  let limit: string | undefined;
  for (const part of scanParts(source, options)) {
    finish(reader.take(part, source));
    ({ limit } = part);
  }
  assert.ok(trail.isComplete);
  return { trail, limit };
}

/** All that is known of a trail; rows by the text that they hold. */
function snapshot(trail: Trail): unknown {
  return Array.from({ length: trail.rows.size }, (_, row) => ({
    text: trail.recordText(row),
    flags: trail.rows.flags(row),
    context: trail.contexts.name(trail.rows.context(row)),
    time: trail.rows.time(row),
    ids: [trail.rows.eventId(row), trail.rows.requestId(row)],
    columns: Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
  }));
}

const ofText = (text: string): unknown => snapshot(Trail.of(new StringSource(text)));

test('rows of a file are those of its text, in every shape, whatever the size of the window', () => {
  for (const [shape, make] of Object.entries(SHAPES)) {
    for (const eol of ['\n', '\r\n']) {
      const text = make(7).replaceAll('\n', eol);
      for (const window of [1, 7, 100, 4_096, 1 << 20])
        assert.deepEqual(snapshot(readParts(utf8(text), { window, partRows: 3 }).trail), ofText(text), `${shape} ${window}`);
    }
  }
});

test('an event that is longer than what is scanned at once is cut, and counted', () => {
  const log = (length: number): Uint8Array =>
    utf8(
      `{"eventId":"1","acsRegion":"x"}\n{"eventId":"2","acsRegion":"${'x'.repeat(length)}"}\n{"eventId":"3","acsRegion":"x"}\n{"eventId":"4"`,
    );
  assert.equal(cutEvents(readParts(log(100), { window: 64, maxWindow: 4_096 }).trail), 0);
  const { trail } = readParts(log(10_000), { window: 64, maxWindow: 4_096 });
  assert.equal(cutEvents(trail), 1);
  assert.equal(trail.value(trail.rows.size - 2, Column.Region), 'x');
});

test('empty objects one after another, whatever the size of the window', () => {
  for (const text of ['{},'.repeat(5_000), '{"eventId":"1"}\n{}\n{} ,\r\n{}x{},{}{"eventId":"2"}{}', '[{},{}\n]{},[{}'])
    for (const window of [1, 7, 100, 4_096, 1 << 20])
      assert.deepEqual(
        snapshot(readParts(utf8(text), { window, partRows: 3 }).trail),
        ofText(text),
        `${text.slice(0, 20)} ${window}`,
      );
});

test('values outside of ASCII, written and escaped, also inside of strings', () => {
  const texts = [
    '{"eventName":"删除","eventId":"1","userIdentity":{"userName":"张三 \u00e9\\u00e9\\u5f20😀\\ud83d\\ude00"}}',
    JSON.stringify({
      __topic__: 'actiontrail_event',
      event: '{"eventName":"删除","eventTime":"2026-01-01T00:00:00Z","userIdentity":{"userName":"é\\u00e9中"}}',
    }),
    JSON.stringify({ eventName: 'é', userIdentity: JSON.stringify({ accountId: 'ü', userName: 'x中' }) }),
  ];
  for (const text of texts) assert.deepEqual(snapshot(readParts(utf8(text)).trail), ofText(text));
});

test('a byte order mark is no text, alone or before a log; UTF-16 is read', () => {
  const text = SHAPES['lines']?.(3) ?? '';
  const wanted = ofText(text);
  assert.deepEqual(snapshot(readParts(utf8(`\ufeff${text}`)).trail), wanted);
  assert.deepEqual(snapshot(readParts(utf16(`\ufeff${text}`), { window: 64 }).trail), wanted);
  assert.deepEqual(snapshot(readParts(utf16(`\ufeff${text}`).map((_, at, all) => all[at ^ 1] ?? 0)).trail), wanted);
  assert.equal(readParts(utf8('\ufeff')).trail.rows.size, 0);
  assert.equal(readParts(new Uint8Array()).trail.rows.size, 0);
});

test('any bytes end, and any text gives the rows that it has as text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(SHAPES)),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          // ASCII: the hash of an id is one of its bytes here, and of its characters in a text.
          text: fc.constantFrom('{', '}', '"', '\\', '\n', ',', ']', '//'),
        }),
        { maxLength: 3 },
      ),
      fc.integer({ min: 1, max: 3_000 }),
      (shape, changes, window) => {
        let text = SHAPES[shape]?.(3) ?? '';
        for (const { at, text: insert } of changes) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + insert + text.slice(offset);
        }
        assert.deepEqual(snapshot(readParts(utf8(text), { window }).trail), ofText(text));
      },
    ),
    { numRuns: 150 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (bytes, window) => {
      readParts(bytes, { window });
    }),
  );
});

test('a quote between records, of which the window does not show whether it starts a string', () => {
  const text = String.raw`\"${SHAPES['lines']?.(2) ?? ''}`;
  for (const window of [1, 2, 3, 64]) assert.deepEqual(snapshot(readParts(utf8(text), { window }).trail), ofText(text));
});

test('a record that never ends is cut at the largest window, and what follows is found', () => {
  const good = SHAPES['lines']?.(20) ?? '';
  const { trail } = readParts(utf8(`{"eventName":"never ends","a":"${'x'.repeat(5_000)}\n${good}`), {
    window: 64,
    maxWindow: 2_048,
  });
  assert.ok(trail.events >= 19, String(trail.events));
});

test('limits are kept and named', () => {
  const text = SHAPES['lines']?.(20) ?? '';
  const few = readParts(utf8(text), { maxEvents: 7, partRows: 2 });
  assert.deepEqual([few.trail.events, few.limit], [7, 'events']);
  const short = readParts(utf8(text), { maxLength: Math.floor(text.length / 2) });
  assert.ok(short.trail.events >= 8 && short.trail.events <= 12);
  assert.equal(short.limit, 'size');
  assert.equal(readParts(utf8(text)).limit, undefined);
});

test('stretches that are no events are one row, however many there are', () => {
  assert.equal(readParts(utf8('{},'.repeat(50_000)), { window: 1_000 }).trail.rows.size, 1);
});

test('offsets beyond 32 bits', () => {
  const line = new TextEncoder().encode(`{"eventName":"a","eventId":"1","acsRegion":"cn-hangzhou"}\n`);
  const far = 5_000_000_000;
  // A file of nothing but spaces, with an event at its start and one far behind.
  const blocks = {
    size: far + line.length,
    changed: 0,
    read: (start: number, end: number): Uint8Array => {
      const bytes = new Uint8Array(end - start).fill(0x20);
      for (const at of [0, far])
        for (let index = 0; index < line.length; index++)
          if (at + index >= start && at + index < end) bytes[at + index - start] = line[index] ?? 0;
      return bytes;
    },
    readLatin1: (start: number, end: number): string => Buffer.from(blocks.read(start, end)).toString('latin1'),
    dispose: () => undefined,
  };
  const source = new BlockSource(blocks);
  const trail = new Trail(source);
  const reader = new PartReader(trail);
  for (const from of [0, far])
    for (const part of scanParts(source, { from, maxLength: from + line.length })) finish(reader.take(part, source));
  assert.deepEqual([trail.rows.start(0), trail.rows.start(1)], [0, far]);
  assert.equal(trail.recordText(1), trail.recordText(0));
  assert.equal(trail.rowAt(far + 5), 1);
});
