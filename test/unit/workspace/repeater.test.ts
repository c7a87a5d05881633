import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Repeater } from '../../../src/workspace/repeater';

/** Lets what waits for promises go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** A repeater whose work ends when it is told to. */
function begin(): { readonly repeater: Repeater; readonly runs: () => number; readonly end: () => Promise<void> } {
  const ends: (() => void)[] = [];
  let runs = 0;
  const repeater = new Repeater(
    () => {
      runs++;
      return new Promise((resolve) => ends.push(resolve));
    },
    () => 100,
    (error) => {
      throw error;
    },
  );
  return {
    repeater,
    runs: () => runs,
    end: async () => {
      ends.shift()?.();
      await settle();
    },
  };
}

test('work that is asked for often is done once, and at the nearest time', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { repeater, runs } = begin();
  repeater.soon();
  repeater.soon();
  context.mock.timers.tick(99);
  assert.equal(runs(), 0);
  repeater.now();
  context.mock.timers.tick(0);
  assert.equal(runs(), 1);
  context.mock.timers.tick(1000);
  assert.equal(runs(), 1);
});

test('what is asked for while the work is being done is done once more: at once or in a while', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { repeater, runs, end } = begin();
  repeater.now();
  context.mock.timers.tick(0);
  repeater.soon();
  repeater.now();
  repeater.soon();
  await end();
  context.mock.timers.tick(0);
  assert.equal(runs(), 2);
  repeater.soon();
  await end();
  context.mock.timers.tick(99);
  assert.equal(runs(), 2);
  context.mock.timers.tick(1);
  assert.equal(runs(), 3);
  await end();
  context.mock.timers.tick(1000);
  assert.equal(runs(), 3);
});

test('nothing is done once it has been disposed of', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { repeater, runs } = begin();
  repeater.soon();
  repeater.dispose();
  repeater.now();
  context.mock.timers.tick(1000);
  assert.equal(runs(), 0);
});

test('work that throws is told of, and done again when it is asked for', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const told: unknown[] = [];
  const fault = new Error('broken');
  let runs = 0;
  const repeater = new Repeater(
    () => {
      if (runs++ === 0) repeater.now();
      if (runs === 2) throw fault;
      return Promise.reject(fault);
    },
    () => 100,
    (error) => told.push(error),
  );
  repeater.now();
  for (let turn = 1; turn <= 2; turn++) {
    context.mock.timers.tick(0);
    await settle();
    assert.equal(runs, turn);
  }
  assert.deepEqual(told, [fault, fault]);
  repeater.soon();
  context.mock.timers.tick(100);
  await settle();
  assert.equal(runs, 3);
});
