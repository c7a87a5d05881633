import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { MAX_FILE } from '../../../../src/knowledge/import/limits';
import { eventsOf, importBytes, importFolder, problemsOf, shared } from './run';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const csv = (name: string): Uint8Array => strToU8(`eventName,en,service\n${name},Does.,x\n`);
const version = (title: string): Uint8Array => strToU8(JSON.stringify({ apis: { StopInstance: { title } } }));
const zip = (files: Zippable): Uint8Array => zipSync(files);

/** Where a signature stands, counted from the `nth` one. */
function find(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature && nth-- === 0) return at;
  throw new Error('no such signature');
}

const CENTRAL = 0x02014b50;

describe('import of a zip', () => {
  it('takes every readable file of it', () => {
    const result = importBytes(
      'a.zip',
      zip({ 'a.csv': csv('A'), 'deep/b.csv': [csv('B'), { level: 0 }], 'note.txt': strToU8('x'), 'empty/': new Uint8Array() }),
    );
    assert.deepEqual(eventsOf(result), ['x/A - Does.', 'x/B - Does.']);
    assert.deepEqual(problemsOf(result), []);
  });

  it("takes of the vendor's repository only what says something of events", () => {
    const root = 'aliyun-openapi-meta-master/';
    const result = importBytes(
      'meta.zip',
      zip({
        [`${root}zh-CN/ecs/version.json`]: version('停止实例'),
        [`${root}en-US/ecs/version.json`]: version('Stops it.'),
        [`${root}zh-CN/ecs/StopInstance.json`]: strToU8('not even JSON'),
        [`${root}zh-CN/products.json`]: strToU8(JSON.stringify({ products: [{ code: 'Ecs', name: '云服务器' }] })),
        [`${root}README.md`]: strToU8('# x'),
      }),
    );
    assert.deepEqual(eventsOf(result), ['ecs/StopInstance 停止实例 Stops it.']);
    assert.equal(result.products.get('Ecs')?.zh, '云服务器');
    assert.deepEqual(problemsOf(result), []);
  });

  it('compares names and writes nothing: a path out of the folder is only a name', () => {
    assert.deepEqual(eventsOf(importBytes('a.zip', zip({ '../../../etc/a.csv': csv('A'), '/abs/b.csv': csv('B') }))), [
      'x/A - Does.',
      'x/B - Does.',
    ]);
  });

  it('reports damage, and takes what is whole', () => {
    const whole = zip({ 'a.csv': csv('A'), 'b.csv': csv('B') });
    assert.deepEqual(problemsOf(importBytes('a.zip', whole.subarray(0, whole.length - 30))), ['a.zip: bad-zip end']);
    assert.deepEqual(problemsOf(importBytes('a.zip', strToU8('not a zip at all'))), ['a.zip: bad-zip end']);
    assert.deepEqual(problemsOf(importBytes('a.zip', new Uint8Array())), ['a.zip: bad-zip end']);
    const damaged = whole.slice();
    damaged.fill(0xff, 35, 50);
    const result = importBytes('a.zip', damaged);
    assert.deepEqual(eventsOf(result), ['x/B - Does.']);
    assert.match(problemsOf(result)[0] ?? '', /^a\.zip\/a\.csv: bad-zip/);
    const encrypted = whole.slice();
    encrypted[find(encrypted, CENTRAL) + 8] = 1;
    assert.deepEqual(problemsOf(importBytes('a.zip', encrypted)), ['a.zip/a.csv: bad-packing encrypted']);
    assert.deepEqual(problemsOf(importBytes('a.zip', zip({ 'a.txt': strToU8('x') }))), ['a.zip: unknown-format']);
  });

  it('ends a zip bomb at the limit, whatever size it claims', () => {
    const bomb = zip({ 'a.csv': [new Uint8Array(MAX_FILE + 1024 * 1024), { level: 1 }], 'b.csv': csv('B') });
    const honest = importBytes('a.zip', bomb);
    assert.deepEqual(eventsOf(honest), ['x/B - Does.']);
    assert.deepEqual(problemsOf(honest), ['a.zip/a.csv: too-large 64 MB']);
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(find(lying, CENTRAL) + 24, 100, true);
    const started = process.cpuUsage();
    assert.deepEqual(problemsOf(importBytes('a.zip', lying)), ['a.zip/a.csv: too-large 1 MB']);
    const boasting = zip({ 'a.csv': csv('A') });
    new DataView(boasting.buffer).setUint32(find(boasting, CENTRAL) + 24, 60_000_000, true);
    assert.deepEqual(problemsOf(importBytes('a.zip', boasting)), ['a.zip/a.csv: bad-zip size']);
    assert.ok(process.cpuUsage(started).user < 5_000_000);
  });

  const meta = shared('openapi-meta');
  it("takes the vendor's whole repository, packed or not, alike", { skip: meta === undefined }, () => {
    const folder = importFolder(meta ?? '');
    assert.equal(folder.files.length, 154);
    assert.deepEqual(folder.languages, ['zh', 'en']);
    // What neither language says anything about is reported; together they are all of the repository's names.
    assert.equal(folder.count + folder.problemCount, 15_920);
    assert.ok(folder.problems.every(({ code }) => code === 'no-meaning'));
    assert.ok(folder.count > 15_800);
    assert.equal(folder.files.find(({ service }) => service === 'ecs')?.events['StopInstance']?.en?.startsWith('Stops'), true);
    const files: Record<string, Uint8Array> = {};
    for (const name of readdirSync(meta ?? '', { recursive: true }).map(String))
      if (name.endsWith('.json')) files[`x-main/${name}`] = readFileSync(join(meta ?? '', name));
    const packed = importBytes('x.zip', zipSync(files, { level: 1 }));
    assert.deepEqual(eventsOf(packed).toSorted(), eventsOf(folder).toSorted());
    assert.equal(packed.products.size, folder.products.size);
  });
});
