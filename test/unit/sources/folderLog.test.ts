import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Filter } from '../../../src/filter/filter';
import { FolderLog } from '../../../src/sources/folderLog';
import { Derived, valueBy } from '../../../src/trail/groupKeys';
import { groupEvents } from '../../../src/trail/groups';
import { Column } from '../../../src/trail/row';
import { finish } from '../../../src/trail/steps';
import { type Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';
import { MemoryFiles, platformOf } from './memoryFiles';

const MD5 = '0123456789abcdef0123456789abcdef';
const BUCKET = '/bucket/AliyunLogs/Actiontrail/cn-hangzhou/2026/03';
const { signal } = new AbortController();

/** An event in the given minute. */
const at = (number: number, minute: number): Record<string, unknown> =>
  event(number, { eventTime: `2026-03-01T00:${String(minute).padStart(2, '0')}:00Z`, eventName: `E${number}中` });

function put(files: MemoryFiles, minute: number, events: readonly unknown[], more = ''): void {
  const name = `Actiontrail_cn-hangzhou_20260301${String(minute).padStart(4, '0')}00_1002_${events.length}_1_${MD5}.gz`;
  files.content.set(`${BUCKET}/01/${more}${name}`, gzipSync(JSON.stringify(events)));
}

function finishRows(text: string, trail: Trail): Uint32Array {
  const matches = finish(Filter.parse(text).rows(trail));
  assert.ok(matches);
  return matches.rows;
}

async function open(files: MemoryFiles): Promise<FolderLog> {
  const log = new FolderLog(platformOf(files), '/bucket');
  await log.index(signal, () => undefined);
  return log;
}

for (const isNear of [true, false]) {
  test(`all objects are one log in the order of time, duplicates marked (${isNear ? 'read again' : 'held'})`, async () => {
    const files = new MemoryFiles(isNear);
    put(files, 10, [at(3, 12), at(4, 11), at(5, 30)]);
    put(files, 20, [at(6, 20), at(3, 12)]);
    files.content.set(
      '/bucket/more/plain.jsonl',
      new TextEncoder().encode(`${JSON.stringify(at(7, 1))}\n${JSON.stringify(at(8, 59))}\n`),
    );
    const log = await open(files);
    const { trail } = log;
    const names = Array.from({ length: trail.rows.size }, (_, row) => trail.value(row, Column.EventName));
    assert.deepEqual(names, ['E7中', 'E4中', 'E3中', 'E3中', 'E6中', 'E5中', 'E8中']);
    for (let row = 0; row < trail.rows.size; row++)
      assert.equal((JSON.parse(trail.recordText(row)) as { eventName: string }).eventName, names[row]);
    assert.deepEqual([...log.duplicates], [[3, 2]]);
    assert.equal(log.objectOf(0), 'more/plain.jsonl');
    assert.deepEqual(log.failures, []);
    assert.equal(log.nature.isTrail, true);
    const groups = finish(groupEvents(trail, { by: [Derived.File], sort: 'name' }));
    assert.ok(groups);
    const groupsOfFiles = [...groups.inside()].map((index) => ({ level: 0, index }));
    assert.deepEqual(
      groupsOfFiles.map((file) => [valueBy(trail, Derived.File, groups.code(file)), groups.count(file)]),
      log.objects.map(({ name }, number) => [name, [3, 2, 2][number]]),
    );
    assert.deepEqual([...finishRows('file:more/*', trail)], [0, 6]);
    // The whole text is lines.
    assert.equal(trail.text.read(0, trail.text.length).trimEnd().split('\n').length, 7);
  });
}

test('objects that cannot be read are listed with their reason, and the rest is there', async () => {
  const files = new MemoryFiles();
  put(files, 10, [at(1, 1), at(2, 2)]);
  const whole = gzipSync(Array.from({ length: 50 }, (_, number) => `${JSON.stringify(at(number + 10, number))}\n`).join(''));
  files.content.set('/bucket/cut.gz', whole.subarray(0, whole.length >> 1));
  files.content.set('/bucket/forbidden.json', undefined);
  files.content.set('/bucket/other.json', new TextEncoder().encode('{"a":1}'));
  files.content.set('/bucket/readme.txt', new TextEncoder().encode('no log'));
  const log = await open(files);
  assert.deepEqual(log.failures.map(({ name }) => name).sort(), ['cut.gz', 'forbidden.json', 'other.json']);
  assert.ok(log.trail.events > 10);
  assert.equal(log.objects.length, 4);
});

test('an empty folder is a log without events; a cancelled one has what was read', async () => {
  assert.equal((await open(new MemoryFiles())).nature.isTrail, false);
  const files = new MemoryFiles();
  for (let minute = 0; minute < 30; minute++) put(files, minute, [at(minute, minute)]);
  const controller = new AbortController();
  const log = new FolderLog(platformOf(files), '/bucket');
  await log.index(controller.signal, (done) => {
    if (done === 5) controller.abort();
  });
  assert.ok(log.trail.isComplete);
  assert.ok(log.trail.events >= 5 && log.trail.events < 30);
});

test('hundreds of objects', async () => {
  const files = new MemoryFiles();
  for (let index = 0; index < 400; index++) put(files, index % 60, [at(index, index % 60)], `${index}/`);
  const log = await open(files);
  assert.deepEqual([log.trail.events, log.failures.length, log.duplicates.size], [400, 0, 0]);
  for (let row = 1; row < 400; row++) assert.ok(log.trail.rows.time(row) >= log.trail.rows.time(row - 1));
});
