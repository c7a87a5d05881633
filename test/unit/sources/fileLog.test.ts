import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { FileLog } from '../../../src/sources/fileLog';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { event, SHAPES } from '../trail/logs';
import { MemoryFiles, platformOf } from './memoryFiles';

const FILE = '/log.jsonl';
const { signal } = new AbortController();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (number: number): string => `${JSON.stringify(event(number))}\n`;

function snapshot(trail: Trail): unknown {
  return Array.from({ length: trail.rows.size }, (_, row) => ({
    text: trail.recordText(row),
    flags: trail.rows.flags(row),
    columns: Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
  }));
}

const ofText = (text: string): unknown => snapshot(Trail.of(new StringSource(text)));

async function open(text: string): Promise<{ files: MemoryFiles; log: FileLog; set: (text: string) => void }> {
  const files = new MemoryFiles();
  const set = (content: string): void => void files.content.set(FILE, bytes(content));
  set(text);
  const log = await FileLog.open(platformOf(files), FILE, () => undefined);
  await log.index(signal);
  return { files, log, set };
}

test('what is appended is read, and nothing of the rest', async () => {
  const old = Array.from({ length: 500 }, (_, number) => line(number)).join('');
  const { files, log, set } = await open(old);
  const { trail } = log;
  assert.equal(trail.events, 500);
  files.bytesRead = 0;
  set(old + line(500) + line(501));
  const following = log.follow(signal);
  for (let turn = 0; turn < 20; turn++) {
    const { bytesRead } = files;
    assert.equal(trail.recordText(0), line(0).trim(), 'what is known can be read all the time');
    files.bytesRead = bytesRead;
    await Promise.resolve();
  }
  assert.equal(await following, 'grown');
  assert.equal(log.trail, trail);
  assert.equal(trail.events, 502);
  assert.ok(files.bytesRead < 12_000, `${files.bytesRead} bytes were read`);
  assert.equal(await log.follow(signal), 'none');
});

test('a line that was half written is read again when its rest has come', async () => {
  const text = line(1) + line(2) + line(3);
  for (const cut of [line(1).length + 1, line(1).length + 100, text.length - 1, text.length - 2]) {
    const { log, set } = await open(text.slice(0, cut));
    set(text);
    assert.equal(await log.follow(signal), 'grown');
    assert.deepEqual(snapshot(log.trail), ofText(text), `cut at ${cut}`);
  }
});

test('a file that was rotated or truncated is read anew', async () => {
  const { log, set } = await open(line(1) + line(2) + line(3));
  set(line(4));
  assert.equal(await log.follow(signal), 'replaced');
  assert.deepEqual(snapshot(log.trail), ofText(line(4)));
  // Longer than before, but another file.
  set(line(5) + line(6) + line(7));
  assert.equal(await log.follow(signal), 'replaced');
  assert.equal(log.trail.events, 3);
  set('');
  assert.equal(await log.follow(signal), 'replaced');
  assert.equal(log.trail.events, 0);
  set(line(8));
  await log.follow(signal);
  assert.equal(log.trail.events, 1);
});

test('however a log grows, its rows are those of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('lines', 'concatenated', 'sls text', 'minified array'),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
      async (shape, places) => {
        const text = SHAPES[shape]?.(5) ?? '';
        const whole = bytes(text);
        const cuts = places.map((place) => Math.floor(place * whole.length)).sort((a, b) => a - b);
        const files = new MemoryFiles();
        files.content.set(FILE, whole.slice(0, cuts[0]));
        const log = await FileLog.open(platformOf(files), FILE, () => undefined);
        await log.index(signal);
        for (const cut of [...cuts.slice(1), whole.length]) {
          files.content.set(FILE, whole.slice(0, cut));
          await log.follow(signal);
        }
        assert.deepEqual(snapshot(log.trail), ofText(text));
      },
    ),
    { numRuns: 60 },
  );
});

test('a reading that is stopped leaves what was read', async () => {
  const files = new MemoryFiles();
  files.content.set(FILE, bytes(Array.from({ length: 40_000 }, (_, number) => line(number)).join('')));
  const log = await FileLog.open(platformOf(files), FILE, () => undefined);
  const controller = new AbortController();
  const reading = log.index(controller.signal);
  controller.abort();
  await reading;
  assert.ok(log.trail.isComplete);
  assert.ok(log.trail.events < 40_000);
});

test('a change in the middle of a file of the same size is noticed by its time', async () => {
  // Longer than what is compared of it.
  const lines = Array.from({ length: 40 }, (_, number) => line(number));
  const { files, log, set } = await open(lines.join(''));
  const other = lines.with(20, lines[20]?.replace('"Ecs"', '"Oss"') ?? '').join('');
  set(other);
  assert.equal(await log.follow(signal), 'none', 'nothing tells');
  files.changed.set(FILE, 1);
  assert.equal(await log.follow(signal), 'replaced');
  assert.deepEqual(snapshot(log.trail), ofText(other));
  assert.equal(await log.follow(signal), 'none');
});

test('whatever becomes of a file, no more than one of it is open, and none when the log is closed', async () => {
  const { files, log, set } = await open(line(1));
  const follow = async (expected: string): Promise<void> => {
    const change = await log.follow(signal).catch(() => 'failed');
    assert.equal(change, expected);
    assert.equal(files.openFiles, 1, expected);
  };
  await follow('none');
  set(line(1) + line(2));
  await follow('grown');
  set(line(3));
  await follow('replaced');
  files.content.set(FILE, undefined);
  await follow('failed');
  set(line(3) + line(4));
  const following = log.follow(signal);
  log.dispose();
  assert.equal(await following, 'none', 'it was closed meanwhile');
  assert.equal(files.openFiles, 0);
  log.dispose();
});

test('a reading that was stopped before it began ends', async () => {
  const files = new MemoryFiles();
  files.content.set(FILE, bytes(line(1)));
  const log = await FileLog.open(platformOf(files), FILE, () => undefined);
  await log.index(AbortSignal.abort());
  assert.equal(log.trail.events, 0);
  assert.ok(log.trail.isComplete);
});
