import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Budget } from '../../../src/checks/budget';
import { type Finding, FindingCode } from '../../../src/checks/finding';
import { MAX_PER_ROW } from '../../../src/checks/limits';

const findings = (count: number, code = FindingCode.BadTime): Finding[] =>
  Array.from({ length: count }, (_, start) => ({ code, start, end: start + 1, data: {} }));

test('of each code so many are kept as there is room for; the others are counted', () => {
  const budget = new Budget(5);
  budget.take(findings(3));
  const { kept } = budget.take([...findings(4), ...findings(1, FindingCode.Comment)]);
  assert.deepEqual(
    kept.map(({ code }) => code),
    [FindingCode.BadTime, FindingCode.BadTime, FindingCode.Comment],
  );
  assert.deepEqual(budget.totals.get(FindingCode.BadTime), { kept: 5, dropped: 2 });
});

test('what one row has too many of is counted as well', () => {
  const budget = new Budget(10_000);
  assert.equal(budget.take(findings(MAX_PER_ROW + 50)).kept.length, MAX_PER_ROW);
  assert.deepEqual(budget.totals.get(FindingCode.BadTime), { kept: MAX_PER_ROW, dropped: 50 });
});
