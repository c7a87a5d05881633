import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { gunzip } from '../../../src/platform/node/gunzip';
import { problemMessage, unpack } from '../../../src/sources/unpack';

const LIMITS = { most: 1 << 20, kept: 1 << 19 };
const text = Array.from({ length: 2_000 }, (_, line) => `{"eventId":"${(line * 7919) % 10_007}","中文":"删除 ${line}"}\n`).join(
  '',
);
const packed = gzipSync(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('a compressed file, whole and in members one after another', async () => {
  assert.equal(textOf((await gunzip(packed, LIMITS)).bytes), text);
  const members = Buffer.concat([gzipSync(text.slice(0, 500)), gzipSync(''), gzipSync(text.slice(500))]);
  assert.deepEqual(await gunzip(members, LIMITS).then(({ bytes, problem }) => [textOf(bytes), problem]), [text, undefined]);
});

test('of a file that is cut off, wherever, what lies before is read', async () => {
  for (const share of [0.02, 0.3, 0.7, 0.999]) {
    const { bytes, problem } = await gunzip(packed.subarray(0, Math.floor(packed.length * share)), LIMITS);
    assert.equal(problem, 'truncated');
    assert.ok(text.startsWith(textOf(bytes).replace(/\ufffd+$/, '')));
    if (share > 0.5) assert.ok(bytes.length > text.length * share * 0.8, `${bytes.length} of ${text.length} at ${share}`);
  }
});

test('of a damaged file what lies before the damage is read', async () => {
  const damaged = Buffer.from(packed);
  damaged.fill(0x55, Math.floor(packed.length * 0.8), Math.floor(packed.length * 0.8) + 200);
  const { bytes, problem } = await gunzip(damaged, LIMITS);
  assert.equal(problem, 'damaged');
  assert.ok(bytes.length > text.length * 0.6);
  const noGzip = await gunzip(Buffer.from([0x1f, 0x8b, 8, 0xff, 1, 2, 3, 4, 5, 6, 7, 8]), LIMITS);
  assert.notEqual(noGzip.problem, undefined);
});

test('a bomb stops at the limit, which names itself', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  assert.ok(bomb.length < 250_000);
  const before = process.memoryUsage().rss;
  const { bytes, problem } = await unpack(bomb, gunzip, 8 << 20);
  assert.equal(problem, 'too-large');
  assert.ok(bytes.length <= 8 << 20);
  assert.ok(process.memoryUsage().rss - before < 100e6);
  assert.match(
    problemMessage('too-large', 8 << 20, (message) => message),
    /MAX_UNZIPPED/,
  );
});

test('what lies before the limit is cut at a line', async () => {
  const { bytes, problem } = await gunzip(packed, { most: 10_000, kept: 5_000 });
  assert.equal(problem, 'too-large');
  assert.ok(bytes.length <= 5_000 && text.startsWith(textOf(bytes)) && textOf(bytes).endsWith('\n'));
});

test('only the first bytes tell that a file is compressed', async () => {
  const plain = new TextEncoder().encode('{"eventName":"x.gz"}');
  assert.deepEqual(await unpack(plain, gunzip), { bytes: plain, isCompressed: false });
});
