import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { occurrenceFrom } from '../../../src/trail/occurrences';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const trail = Trail.of(
  new StringSource(
    ['A', 'B', 'A', 'C', 'A'].map((name) => JSON.stringify({ eventName: name, acsRegion: 'cn-hangzhou' })).join('\n'),
  ),
);
const code = (name: string): number => trail.dictionary(Column.EventName).encode(name);
const go = (name: string, from: number, direction: 'next' | 'previous') => {
  const found = occurrenceFrom(trail, code(name), from, direction);
  return found && [found.row, found.place, found.count];
};

describe('occurrences of an event name', () => {
  test('forwards, and on from the start', () => {
    assert.deepEqual(go('A', 0, 'next'), [2, 2, 3]);
    assert.deepEqual(go('A', 2, 'next'), [4, 3, 3]);
    assert.deepEqual(go('A', 4, 'next'), [0, 1, 3]);
  });

  test('backwards, and on from the end', () => {
    assert.deepEqual(go('A', 4, 'previous'), [2, 2, 3]);
    assert.deepEqual(go('A', 0, 'previous'), [4, 3, 3]);
  });

  test('from an event of another name, and from nowhere', () => {
    assert.deepEqual(go('A', 3, 'next'), [4, 3, 3]);
    assert.deepEqual(go('A', 3, 'previous'), [2, 2, 3]);
    assert.deepEqual(go('A', -1, 'next'), [0, 1, 3]);
    assert.deepEqual(go('A', -1, 'previous'), [4, 3, 3]);
  });

  test('the only one leads to itself; one that is not there leads nowhere', () => {
    assert.deepEqual(go('B', 1, 'next'), [1, 1, 1]);
    assert.deepEqual(go('B', 1, 'previous'), [1, 1, 1]);
    assert.equal(go('Z', 1, 'next'), undefined);
  });
});
