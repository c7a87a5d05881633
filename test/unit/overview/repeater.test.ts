import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Repeater } from '../../../src/overview/repeater';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('what is asked for while work is done is done once more behind it', async () => {
  let started = 0;
  let running = 0;
  const repeater = new Repeater(
    async () => {
      started++;
      assert.equal(++running, 1);
      await wait(20);
      running--;
    },
    () => 1,
  );
  repeater.now();
  await wait(8);
  for (let ask = 0; ask < 5; ask++) repeater.soon();
  await wait(120);
  assert.equal(started, 2);
  repeater.dispose();
});

test('work that is asked for in a while is done at once where somebody cannot wait, and not at all once it is dropped', async () => {
  let done = 0;
  const repeater = new Repeater(
    () => {
      done++;
      return Promise.resolve();
    },
    () => 10_000,
  );
  repeater.soon();
  await wait(10);
  assert.equal(done, 0);
  repeater.now();
  await wait(20);
  assert.equal(done, 1);
  repeater.now();
  repeater.dispose();
  await wait(20);
  assert.equal(done, 1);
});
