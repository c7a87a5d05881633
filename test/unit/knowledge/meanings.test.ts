import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { measure } from '../../../scripts/meanings/measure';

const META = '../shared/openapi-meta';
/** The share of Chinese meanings with English words left that the vendor's titles do not keep, at most. */
const MOST_ENGLISH = 0.08;

test("the names of the vendor's APIs are explained as their own, and in Chinese", { skip: !existsSync(META) }, () => {
  const { total, rows } = measure(META);
  const counts = new Map(rows);
  assert.ok(total > 15_000);
  assert.equal(counts.get('borrowed from another product'), 0);
  assert.ok((counts.get('Chinese with English left') ?? total) < total * MOST_ENGLISH);
});
