import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Platform } from '../../../src/platform/platform';
import { FolderLog } from '../../../src/sources/folderLog';
import { MAX_GROWTH, MAX_UNZIPPED } from '../../../src/sources/limits';
import { Room } from '../../../src/sources/room';
import { event } from '../trail/logs';
import { MemoryFiles, platformOf } from './memoryFiles';

test('whoever needs room waits for it, in order; what needs more than there is comes alone', async () => {
  const room = new Room(10);
  const running = new Set<number>();
  const seen: string[] = [];
  await Promise.all(
    [4, 6, 5, 100, 1, 1].map((amount, number) =>
      room
        .within(amount, async () => {
          running.add(number);
          seen.push([...running].join());
          await new Promise((resolve) => setTimeout(resolve, 0));
          running.delete(number);
          if (amount === 5) throw new Error('no matter');
        })
        .catch(() => undefined),
    ),
  );
  assert.deepEqual(seen, ['0', '0,1', '2', '3', '4', '4,5']);
});

test('objects that may grow large are unpacked one at a time, small ones together', async () => {
  const mostAtOnce = async (size: number): Promise<number> => {
    const files = new MemoryFiles(true);
    // NULs behind the member make the file as long as it is to be.
    const packed = gzipSync(`${JSON.stringify(event(1))}\n`);
    for (let number = 0; number < 6; number++)
      files.content.set(`/bucket/${number}.json.gz`, Buffer.concat([packed, Buffer.alloc(Math.max(0, size - packed.length))]));
    const platform: Platform = platformOf(files);
    let now = 0;
    let most = 0;
    const log = new FolderLog(
      {
        ...platform,
        gunzip: async (bytes, limits) => {
          most = Math.max(most, ++now);
          const unzipped = await platform.gunzip(bytes, limits);
          await new Promise((resolve) => setTimeout(resolve, 0));
          now--;
          return unzipped;
        },
      },
      '/bucket',
    );
    await log.index(new AbortController().signal, () => undefined);
    assert.equal(log.trail.events, 6);
    return most;
  };
  assert.equal(await mostAtOnce(MAX_UNZIPPED / MAX_GROWTH), 1);
  assert.ok((await mostAtOnce(0)) > 1);
});
