import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Filter } from '../../../src/filter/filter';
import { type Platform } from '../../../src/platform/platform';
import { FolderLog } from '../../../src/sources/folderLog';
import { type ObjectJob, ObjectReader } from '../../../src/sources/objectReader';
import { Derived, valueBy } from '../../../src/trail/group/groupKeys';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
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
    if (done >= 5) controller.abort();
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

test('objects that are added are read, in the order of time, and no other is read again; one that has changed is', async () => {
  const files = new MemoryFiles();
  put(files, 10, [at(1, 10), at(2, 12)]);
  put(files, 20, [at(3, 20)]);
  const log = new FolderLog(platformOf(files), '/bucket');
  await log.index(signal, () => undefined);
  const before = log.trail;
  assert.equal(files.wasRead.splice(0).length, 2);
  assert.equal(await log.update(new Set(), signal), false);
  assert.equal(log.trail, before);
  put(files, 30, [at(4, 11), at(1, 10)]);
  const later = `${BUCKET}/02/late.json`;
  files.content.set(later, new TextEncoder().encode('{"a":'));
  assert.equal(await log.update(new Set(), signal), true);
  assert.equal(files.wasRead.splice(0).length, 2);
  const ids = (): string[] => Array.from({ length: log.trail.rows.size }, (_, row) => log.trail.value(row, Column.EventName));
  assert.deepEqual(ids(), ['E1中', 'E1中', 'E4中', 'E2中', 'E3中']);
  assert.deepEqual([...log.duplicates], [[1, 0]]);
  assert.equal(before.recordText(0), log.trail.recordText(0), 'what was shown can be read on');
  assert.deepEqual(
    log.failures.map(({ name }) => name),
    ['AliyunLogs/Actiontrail/cn-hangzhou/2026/03/02/late.json'],
  );
  files.content.set(later, new TextEncoder().encode(JSON.stringify(at(5, 1))));
  assert.equal(await log.update(new Set(log.failures.map(({ name }) => name)), signal), true);
  assert.deepEqual(files.wasRead, [later]);
  assert.deepEqual(ids(), ['E5中', 'E1中', 'E1中', 'E4中', 'E2中', 'E3中']);
  assert.equal(log.trail.recordText(0), JSON.stringify(at(5, 1)));
  assert.deepEqual(log.failures, []);
});

/** A platform whose threads are readers in this one: what they are told and tell is copied, as between threads. */
function threaded(files: MemoryFiles, started: () => void): Platform {
  const platform = platformOf(files);
  return {
    ...platform,
    threads: 3,
    startWorker: () => {
      started();
      let received: (message: unknown) => void = () => undefined;
      let isOpen = true;
      const reader = new ObjectReader(
        { read: (uri, most) => files.readNow(uri, most), gunzip: platform.gunzip, hold: () => true, slice: Infinity },
        (batch) => {
          const copy = structuredClone(batch);
          setTimeout(() => {
            if (isOpen) received(copy);
          }, 0);
        },
      );
      let last = Promise.resolve();
      return {
        post: (jobs) => {
          last = last.then(() => reader.read(jobs as readonly ObjectJob[], () => !isOpen));
        },
        listen: (receive) => {
          received = receive;
        },
        dispose: () => {
          isOpen = false;
        },
      };
    },
  };
}

test('threads give the same log, and one that is left half read', async () => {
  const files = new MemoryFiles();
  for (let index = 0; index < 300; index++) {
    const events = Array.from({ length: index === 7 ? 17_000 : 3 }, (_, number) =>
      at(index * 100_000 + number, (index * 7 + number) % 60),
    );
    put(files, index % 60, events, `${index}/`);
  }
  files.content.set('/bucket/other.json', new TextEncoder().encode('{"a":1}'));
  const here = await open(files);
  let started = 0;
  const log = new FolderLog(
    threaded(files, () => started++),
    '/bucket',
  );
  await log.index(signal, () => undefined);
  assert.equal(started, 3);
  const rowsOf = ({ trail }: FolderLog): unknown[] =>
    Array.from({ length: trail.rows.size }, (_, row) => [
      trail.value(row, Column.EventName),
      trail.value(row, Column.User),
      trail.rows.time(row),
    ]);
  assert.deepEqual(rowsOf(log), rowsOf(here));
  assert.deepEqual([...log.duplicates], [...here.duplicates]);
  assert.deepEqual([log.failures, log.skipped], [here.failures, here.skipped]);
  assert.equal(log.trail.recordText(4_000), here.trail.recordText(4_000));
  const controller = new AbortController();
  const half = new FolderLog(
    threaded(files, () => started++),
    '/bucket',
  );
  await half.index(controller.signal, (done, total) => {
    if (done > total / 2) controller.abort();
  });
  assert.ok(half.trail.isComplete && half.trail.events > 300 && half.trail.events < here.trail.events);
});

test('no event is shown of an object that has another size than when it was read; read again it is', async () => {
  const files = new MemoryFiles();
  const lines = (...numbers: readonly number[]): Uint8Array =>
    new TextEncoder().encode(numbers.map((number) => `${JSON.stringify(at(number, number))}\n`).join(''));
  files.content.set('/bucket/a.jsonl', lines(1, 2));
  files.content.set('/bucket/b.jsonl', lines(3));
  const log = await open(files);
  files.content.set('/bucket/a.jsonl', lines(7));
  assert.equal(log.trail.recordText(1).trim(), '');
  assert.match(log.problem ?? '', /changed/);
  assert.match(log.trail.recordText(2), /E3中/);
  await log.update(new Set(['a.jsonl']), signal);
  assert.equal(log.trail.events, 2);
  assert.match(log.trail.recordText(1), /E7中/);
});

test('cancelling settles at once, whatever does not answer', async () => {
  for (const silent of ['list', 'read'] as const) {
    const files = new MemoryFiles();
    put(files, 1, [at(1, 1)]);
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const answers: Partial<typeof files> = {
      [silent]: () => {
        asked();
        return new Promise<never>(() => undefined);
      },
    };
    const log = new FolderLog(platformOf(Object.assign(files, answers)), '/bucket');
    const controller = new AbortController();
    const reading = log.index(controller.signal, () => undefined);
    await isAsked;
    controller.abort();
    await reading;
    assert.ok(log.trail.isComplete, silent);
  }
});
