import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasInColumns } from '../../../src/trail/keyValues';
import { actorOf, isOf } from '../../../src/trail/actor';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

interface Identity {
  readonly accountId?: string;
  readonly userName?: string;
  readonly accessKeyId?: string;
  readonly type?: string;
}

const log = (...identities: readonly Identity[]): Trail =>
  Trail.of(
    new StringSource(
      identities
        .map((userIdentity, index) =>
          JSON.stringify({
            eventId: `E-${String(index)}`,
            eventName: 'A',
            acsRegion: 'cn-hangzhou',
            sourceIpAddress: '192.0.2.7',
            userIdentity,
          }),
        )
        .join('\n'),
    ),
  );
const rowsOf = (trail: Trail, holds: (row: number) => boolean): readonly number[] =>
  Array.from({ length: trail.rows.size }, (_, row) => row).filter(holds);

describe('the events of an actor', () => {
  test('are those of the user in the account, and those with the key', () => {
    const trail = log(
      { accountId: '11111', userName: 'Role:li.na', accessKeyId: 'STS.a' },
      { accountId: '11111', userName: 'Role:li.na', accessKeyId: 'STS.b' },
      { accountId: '22222', userName: 'Role:li.na' },
      { accountId: '11111', userName: 'Role:other' },
      { accountId: '11111', accessKeyId: 'STS.a' },
    );
    assert.deepEqual(rowsOf(trail, isOf(trail, actorOf(trail, 0))), [0, 1, 4]);
    assert.deepEqual(rowsOf(trail, isOf(trail, actorOf(trail, 3))), [3]);
  });

  test('without user and key are those of the account and the type of identity', () => {
    const trail = log(
      { accountId: '11111', type: 'system' },
      { accountId: '11111', type: 'system' },
      { accountId: '11111', type: 'root-account', userName: 'root' },
      { accountId: '22222', type: 'system' },
    );
    assert.deepEqual(rowsOf(trail, isOf(trail, actorOf(trail, 0))), [0, 1]);
  });

  test('are found in another log, where nobody else is taken for the actor', () => {
    const one = log({ accountId: '11111', userName: 'li.na' });
    const other = log({ accountId: '33333' }, { accountId: '11111', userName: 'li.na' });
    assert.deepEqual(rowsOf(other, isOf(other, actorOf(one, 0))), [1]);
    assert.deepEqual(rowsOf(log({}), isOf(log({}), actorOf(one, 0))), []);
  });
});

test('a value is found in the key fields of events: account, user, session, key, address, ids', () => {
  const trail = log(
    { accountId: '11111', userName: 'Role:li.na', accessKeyId: 'STS.a' },
    { accountId: '22222', userName: 'li.na' },
  );
  for (const [value, expected] of [
    ['11111', [0]],
    ['li.na', [0, 1]],
    ['Role', [0]],
    ['STS.a', [0]],
    ['192.0.2.7', [0, 1]],
    ['E-1', [1]],
    ['na', []],
    ['', []],
  ] as const)
    assert.deepEqual(rowsOf(trail, hasInColumns(trail, value)), expected, value);
});
