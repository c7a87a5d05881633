import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fairShare } from '../../../src/checks/fairShare';

const share = (wanted: Readonly<Record<string, number>>, limit: number): Record<string, number> =>
  Object.fromEntries(fairShare(new Map(Object.entries(wanted)), limit));

describe('fair share', () => {
  it('gives everyone what he wants where there is room', () => {
    assert.deepEqual(share({ a: 3, b: 5 }, 10), { a: 3, b: 5 });
    assert.deepEqual(share({}, 10), {});
  });

  it('lets the few have all and the many share the rest', () => {
    assert.deepEqual(share({ many: 50_000, few: 3, more: 40_000 }, 999), { few: 3, more: 498, many: 498 });
  });

  it('uses every place', () => {
    const wanted = { a: 1, b: 400, c: 401, d: 2_000 };
    assert.equal(
      Object.values(share(wanted, 999)).reduce((sum, count) => sum + count),
      999,
    );
  });
});
