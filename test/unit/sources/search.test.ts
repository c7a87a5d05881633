import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FileLog } from '../../../src/sources/fileLog';
import { FolderLog } from '../../../src/sources/folderLog';
import { SEARCH_WINDOW } from '../../../src/sources/limits';
import { type Search, wordsIn } from '../../../src/sources/textSearch';
import { findValue, spellingsOf } from '../../../src/trail/search';
import { StringSource } from '../../../src/trail/source';
import { type Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';
import { MemoryFiles, platformOf } from './memoryFiles';

const { signal } = new AbortController();

/** What the search gives, of which the rows that hold the value as a word of its own. */
async function search(log: { readonly trail: Trail; readonly search: Search }, value: string, goesOn = (): boolean => true) {
  const { trail } = log;
  const rows: number[] = [];
  const problems: string[] = [];
  const shares: number[] = [];
  for await (const found of log.search(spellingsOf(value), goesOn)) {
    rows.push(...found.rows);
    problems.push(...found.problems);
    shares.push(found.share);
  }
  assert.ok(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1));
  assert.equal(new Set(rows).size, rows.length, 'each event once');
  return { rows: rows.filter((row) => holds(trail, row, value)).sort((a, b) => a - b), problems };
}

/** The rows whose text holds a value, read one by one. */
function rowsWith(trail: Trail, value: string): number[] {
  return Array.from({ length: trail.rows.size }, (_, row) => row).filter((row) => holds(trail, row, value));
}

function holds(trail: Trail, row: number, value: string): boolean {
  return [...findValue(new StringSource(trail.recordText(row)), value)].some((hit) => hit !== undefined);
}

const at = (number: number, more: Record<string, unknown> = {}): Record<string, unknown> =>
  event(number, { eventTime: `2026-03-01T00:${String(number % 60).padStart(2, '0')}:00Z`, ...more });
/** Escaped twice. */
const deep = (id: string): string => JSON.stringify(JSON.stringify({ Ids: [id, '中'] }));
const EVENTS = [
  at(1, { requestParameters: { InstanceId: 'i-own1中' } }),
  at(2, { requestParameters: { Name: '张"三' } }),
  at(3, { additionalEventData: deep('i-own1') }),
  at(4),
  at(5, { errorMessage: '实例i-own1不存在 i-own1 i-own1' }),
];

test('the bytes of a file are searched, also in escaped strings and beside other letters', async () => {
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const files = new MemoryFiles();
    const text = `\ufeff${EVENTS.map((one) => JSON.stringify(one)).join('\n')}\n`;
    files.content.set('/log', Buffer.from(text, encoding));
    const log = await FileLog.open(platformOf(files), '/log', () => undefined);
    await log.index(signal);
    assert.deepEqual((await search(log, 'i-own1')).rows, [0, 2, 4], encoding);
    assert.deepEqual((await search(log, '张"三')).rows, [1], encoding);
    assert.deepEqual((await search(log, 'i-9')).rows, []);
  }
});

test('a long file is searched in steps, each event once, and given up when nobody wants it any more', async () => {
  const files = new MemoryFiles();
  const lines = Array.from({ length: 5_000 }, (_, number) =>
    JSON.stringify(at(number, number % 1000 === 7 ? { resourceName: 'i-rare,i-rare' } : {})),
  );
  files.content.set('/log', new TextEncoder().encode(lines.join('\n')));
  const log = await FileLog.open(platformOf(files), '/log', () => undefined);
  await log.index(signal);
  assert.ok(log.size > 2 * SEARCH_WINDOW);
  assert.deepEqual(
    (await search(log, 'i-rare')).rows,
    Array.from({ length: 5 }, (_, number) => number * 1000 + 7),
  );
  const common = await search(log, '1234567890123456');
  assert.deepEqual(common.rows, rowsWith(log.trail, '1234567890123456'));
  const given = await search(log, 'eventId', () => false);
  assert.ok(given.rows.length < 5_000);
});

test('an event is found although the file grows while it is searched', async () => {
  const files = new MemoryFiles();
  const old = Array.from({ length: 5_000 }, (_, number) => JSON.stringify(at(number))).join('\n');
  const text = `${old}\n${JSON.stringify(at(1, { resourceName: 'i-last' }))}\n`;
  files.content.set('/log', new TextEncoder().encode(text));
  const log = await FileLog.open(platformOf(files), '/log', () => undefined);
  await log.index(signal);
  const steps = log.search(['i-last'], () => true);
  await steps.next();
  files.content.set('/log', new TextEncoder().encode(`${text}${JSON.stringify(at(2))}\n`));
  assert.equal(await log.follow(signal), 'grown');
  const rows: number[] = [];
  for await (const found of steps) rows.push(...found.rows);
  assert.deepEqual(rows, [5_000]);
});

for (const isNear of [true, false]) {
  test(`each object of a folder is searched once, and its events found in the folder's order (${isNear ? 'read again' : 'held'})`, async () => {
    const files = new MemoryFiles(isNear);
    const objects = Array.from({ length: 12 }, (_, object) =>
      Array.from({ length: 20 }, (__, number) => ({
        ...EVENTS[(object + number) % 5],
        eventId: `F${object}-${number}`,
        eventTime: `2026-03-01T00:${String((number * 7 + object) % 60).padStart(2, '0')}:00Z`,
      })),
    );
    objects.forEach((events, object) => {
      const text = object % 2 === 0 ? JSON.stringify(events, null, 2) : events.map((one) => JSON.stringify(one)).join('\n');
      files.content.set(`/bucket/${object}.json.gz`, gzipSync(text));
    });
    const log = new FolderLog(platformOf(files), '/bucket');
    await log.index(signal, () => undefined);
    assert.equal(log.trail.events, 240);
    for (const value of ['i-own1', '张"三', 'F3-4']) {
      const { rows, problems } = await search(log, value);
      assert.deepEqual(rows, rowsWith(log.trail, value), value);
      assert.ok(rows.length > 0);
      assert.deepEqual(problems, []);
    }
    if (!isNear) return;
    const fresh = new FolderLog(platformOf(files), '/bucket');
    await fresh.index(signal, () => undefined);
    files.content.set('/bucket/3.json.gz', undefined);
    const { rows, problems } = await search(fresh, 'i-own1');
    assert.ok(rows.length > 0);
    assert.deepEqual(problems, ['3.json.gz: no permission']);
  });
}

test('words are found across the windows of a text, each place once', () => {
  const gap = 'x'.repeat(SEARCH_WINDOW - 4);
  for (let shift = 0; shift < 9; shift++) {
    const text = `${' '.repeat(shift)}${gap}i-12345${gap}i-12345`;
    const found = [...wordsIn((start, end) => text.slice(start, end), text.length, ['i-12345'])].filter(
      (hit) => hit !== undefined,
    );
    assert.deepEqual(found, [shift + gap.length, shift + 2 * gap.length + 7]);
  }
});
