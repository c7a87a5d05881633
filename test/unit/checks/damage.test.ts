import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAMAGED } from '../../../scripts/bench/engine/damaged';
import { Budget, type RowFindings } from '../../../src/checks/budget';
import { checkRow, checkTail } from '../../../src/checks/check';
import { MAX_KEPT, MAX_PER_ROW } from '../../../src/checks/limits';
import { FindingCode } from '../../../src/checks/finding';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const UNITS = 1 << 20;
const CODES = Object.values(FindingCode).length;

for (const [kind, make] of Object.entries(DAMAGED)) {
  test(`damage: ${kind}`, () => {
    const text = make(UNITS);
    const trail = new Trail<RowFindings>(new StringSource(text));
    trail.advance(Infinity);
    const budget = new Budget();
    let kept = 0;
    let events = 0;
    for (let row = 0; row < trail.rows.size; row++) {
      kept += checkRow(trail, row, budget).kept.length;
      if (trail.isEvent(row)) events++;
    }
    const tail = checkTail(trail);
    assert.ok(kept <= MAX_KEPT * CODES && tail.length <= MAX_PER_ROW);
    assert.ok(trail.isComplete);
    // What is named by no finding would be lost in silence.
    if (events === 0) assert.ok(kept + tail.length > 0);
  });
}

test('a log of objects of which none is an event has one finding, at the first of them', () => {
  const found = (text: string): unknown =>
    checkTail(Trail.of(new StringSource(text)) as Trail<RowFindings>).map(({ code, start, end, data }) => [
      code,
      text.slice(start + text.trimEnd().length, end + text.trimEnd().length),
      data,
    ]);
  const none = [[FindingCode.LookAlike, '{', { product: 'none' }]];
  assert.deepEqual(found('{"level":"info"}\n{"level":"warn"}\n'), none);
  assert.deepEqual(found('  {}'), none);
  assert.deepEqual(found('{"level":"info"}\n{"eventName":"RunInstances"}\n{"level":"info"}'), []);
  assert.deepEqual(found('1\n2\n'), []);
  assert.deepEqual(found('{"EndTime":"2026-01-01T00:00:00Z","Events":[],"StartTime":"2026-01-01T00:00:00Z"}'), []);
});

test('an unterminated string in the first event costs that event alone', () => {
  const good = Trail.of(new StringSource((DAMAGED['a good log'] as (units: number) => string)(UNITS)));
  const damaged = Trail.of(
    new StringSource((DAMAGED['a first event with an unterminated string'] as (units: number) => string)(UNITS)),
  );
  assert.equal(damaged.events, good.events);
  for (let row = 1; row < good.rows.size; row++) assert.equal(damaged.rows.eventId(row), good.rows.eventId(row));
});
