import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBackground } from '../../../src/workspace/faults';

test('what work in the background throws, at once or later, is told, and no promise is left', async () => {
  const told: unknown[] = [];
  const faults = { tell: (error: unknown): unknown => told.push(error) };
  const [now, later] = [new Error('now'), new Error('later')];
  inBackground(faults, () => {
    throw now;
  });
  assert.deepEqual(told, [now]);
  inBackground(faults, () => Promise.reject(later));
  inBackground(faults, () => Promise.resolve());
  inBackground(faults, () => undefined);
  await new Promise(setImmediate);
  assert.deepEqual(told, [now, later]);
});
