import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Filter } from '../../../src/filter/filter';
import { inSpan, splitFilter, withRange } from '../../../src/overview/model/timeFilter';
import { DAY_START, MINUTE } from './logs';

const RANGE = { from: DAY_START, to: DAY_START + 15 * MINUTE };

test('a span of time goes into the filter and comes back out of it, beside what is there', () => {
  for (const text of ['', 'name:Delete*', 'name:A error:*', 'name:A | name:B', 'time>2026-01-01 kind:write']) {
    const rest = withRange(Filter.parse(text), undefined);
    const filter = Filter.parse(withRange(Filter.parse(text), RANGE));
    assert.ok(filter.isValid, filter.text);
    const split = splitFilter(filter);
    assert.deepEqual(split.range, RANGE, filter.text);
    assert.equal(split.rest.text, rest);
    assert.equal(withRange(filter, undefined), rest);
  }
});

test('times that users write are spans as well', () => {
  const of = (text: string): unknown => splitFilter(Filter.parse(text)).range;
  assert.deepEqual(of('time:2026-03-02T00:00Z'), { from: DAY_START, to: DAY_START + MINUTE });
  assert.deepEqual(of('time>=2026-03-02T00:00:00Z'), { from: DAY_START, to: Infinity });
  assert.deepEqual(of('time>2026-03-02T00:00Z time<=2026-03-02T00:05Z'), {
    from: DAY_START + MINUTE,
    to: DAY_START + 6 * MINUTE,
  });
});

test('what is no single span stays a condition', () => {
  for (const text of [
    '-time>2026-03-02',
    'time:(2026-03-02|2026-03-04)',
    'time>2026-03-04 time<2026-03-02',
    'name:A',
    'time>2026-03-02 | name:B',
  ]) {
    const filter = Filter.parse(text);
    const { range, rest } = splitFilter(filter);
    assert.equal(range, undefined, text);
    assert.equal(rest.text, filter.text);
  }
});

test('an open span ends where the log does', () => {
  const span = { from: 10, to: 20 };
  assert.deepEqual(inSpan({ from: 15, to: Infinity }, span), { from: 15, to: 20 });
  assert.deepEqual(inSpan({ from: -Infinity, to: 12 }, span), { from: 10, to: 12 });
  assert.deepEqual(inSpan({ from: 1, to: 2 }, undefined), { from: 1, to: 2 });
  assert.equal(inSpan({ from: 25, to: Infinity }, span), undefined);
  assert.equal(inSpan({ from: 15, to: Infinity }, undefined), undefined);
});
