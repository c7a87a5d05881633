import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Budget, type RowFindings } from '../../../src/checks/budget';
import { type Finding, FindingCode } from '../../../src/checks/finding';
import { checkRow } from '../../../src/checks/check';
import { MAX_PER_ROW } from '../../../src/checks/limits';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { eventOf } from './logs';

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

test('findings that are not made, since there is no room for them, are counted like those that are', () => {
  const text = [0, 1, 2, 3, 4, 5].map((second) => eventOf(`"responseElements": "{\\"RequestId\\":\\"${second}\\"}"`)).join('\n');
  const trail = Trail.of(new StringSource(text)) as Trail<RowFindings>;
  const countAll = (budget: Budget): unknown => {
    for (let row = 0; row < trail.rows.size; row++) checkRow(trail, row, budget);
    return [...budget.totals].map(([code, { kept, dropped }]) => [code, kept + dropped]);
  };
  const few = new Budget(2);
  assert.deepEqual(countAll(few), countAll(new Budget()));
  assert.deepEqual(few.totals.get(FindingCode.EscapedJson), { kept: 2, dropped: 4 });
  assert.equal(few.unkept(FindingCode.EscapedJson)?.code, FindingCode.EscapedJson);
  assert.equal(few.unkept(FindingCode.Secret), undefined);
});
