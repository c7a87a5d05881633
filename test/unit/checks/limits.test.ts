import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Budget, type RowFindings } from '../../../src/checks/budget';
import { checkRow, checkTail } from '../../../src/checks/check';
import { type Finding, FindingCode } from '../../../src/checks/finding';
import { largeEvents } from '../../../src/checks/largeEvents';
import { limitOf } from '../../../src/checks/limitReasons';
import { MAX_AT_ONCE, MAX_GAP, MAX_PER_ROW } from '../../../src/checks/limits';
import { MAX_DEPTH, MAX_PROBLEMS, MAX_TOKENS } from '../../../src/trail/limits';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { eventOf } from './logs';

/** The bounds that are said to be reached in a log: in which row, and the text from there on. */
function reachedIn(text: string, budget = new Budget()): unknown[] {
  const trail = Trail.of(new StringSource(text)) as Trail<RowFindings>;
  const { rows } = trail;
  const told = (base: number, row: number | 'tail') => (finding: Finding) => {
    const reason = limitOf(finding);
    return reason === undefined ? [] : [[row, reason, text.slice(base + finding.start, base + finding.start + 4)]];
  };
  const found: unknown[] = [];
  for (let row = 0; row < rows.size; row++) found.push(...checkRow(trail, row, budget).kept.flatMap(told(rows.start(row), row)));
  found.push(...checkTail(trail).flatMap(told(rows.size === 0 ? 0 : rows.end(rows.size - 1), 'tail')));
  return found;
}

const ONE = eventOf('"eventName": "RunInstances"');

describe('a bound that is reached is said with its place', () => {
  test('nesting', () => {
    const deep = eventOf(`"requestParameters": ${'{"a":'.repeat(MAX_DEPTH + 10)}1${'}'.repeat(MAX_DEPTH + 10)}`);
    assert.deepEqual(reachedIn(deep), [[0, 'too-deep', '{"a"']]);
  });

  test('the length of a record, also where it has many other mistakes', () => {
    const list = (mistakes: string): string =>
      eventOf(`"requestParameters": {${mistakes} "list": [${'{"a":1},'.repeat(MAX_TOKENS / 2)}1]}`);
    assert.deepEqual(reachedIn(list('')), [[0, 'too-long', ONE.slice(0, 4)]]);
    const reached = reachedIn(list('"a": 1,, '.repeat(MAX_PROBLEMS + 1))) as string[][];
    assert.deepEqual(reached.map(([, reason]) => reason).sort(), ['too-long', 'too-many']);
  });

  test('mistakes of a record', () => {
    const record = (mistakes: number): string =>
      eventOf(`"requestParameters": {${Array.from({ length: mistakes }, (_, at) => `"p${at}": 1,, `).join('')} "z": 1}`);
    assert.deepEqual(reachedIn(record(MAX_PROBLEMS)), []);
    assert.deepEqual(reachedIn(record(MAX_PROBLEMS + 1)), [[0, 'too-many', ` "p${MAX_PROBLEMS}"`.slice(0, 4)]]);
  });

  test('mistakes between two records, and how much text there is', () => {
    assert.deepEqual(reachedIn(`[${ONE},${','.repeat(50)}${ONE}]`), []);
    assert.deepEqual(reachedIn(`[${ONE},${','.repeat(MAX_PER_ROW + 50)}${ONE}]`), [[1, 'too-many', ',,,,']]);
    assert.deepEqual(reachedIn(`${ONE}${' '.repeat(MAX_GAP + 1)}${ONE}`), [[1, 'long-gap', ONE.slice(0, 4)]]);
    assert.deepEqual(reachedIn(`${ONE}\n${' '.repeat(MAX_GAP)}]`), [['tail', 'long-gap', '  ]']]);
    assert.deepEqual(reachedIn(`${ONE}\n${','.repeat(MAX_GAP + 9)}`), [['tail', 'too-many', ',,,,']]);
  });

  test('mistakes in text that was skipped', () => {
    assert.deepEqual(reachedIn(`${ONE}\n${'no json\n'.repeat(MAX_PER_ROW)}${ONE}`), []);
    assert.deepEqual(reachedIn(`${ONE}\n${'no json\n'.repeat(MAX_PER_ROW + 1)}${ONE}`), [[1, 'too-many', 'no j']]);
  });
});

test('that a bound was reached is kept whatever else there is, and counted among the mistakes of syntax', () => {
  const budget = new Budget(2);
  const mistake = (reason: string): Finding => ({ code: FindingCode.Syntax, start: 0, end: 1, data: { reason } });
  budget.take(['a', 'b', 'c'].map(mistake));
  const { kept } = budget.take([...Array.from({ length: MAX_PER_ROW }, () => mistake('d')), mistake('too-deep')]);
  assert.deepEqual(kept, [mistake('too-deep')]);
  assert.deepEqual(budget.reached, ['too-deep']);
  assert.deepEqual(budget.totals.get(FindingCode.Syntax), { kept: 3, dropped: 1 + MAX_PER_ROW });
  budget.forget({ kept, dropped: undefined });
  assert.deepEqual(budget.reached, []);
});

test('events that are longer than features read at once are counted', () => {
  const long = eventOf(`"userAgent": "${'x'.repeat(MAX_AT_ONCE)}"`);
  assert.deepEqual(largeEvents(Trail.of(new StringSource([ONE, long, ONE, long].join('\n')))), { count: 2, first: 1 });
  assert.deepEqual(largeEvents(Trail.of(new StringSource([ONE, ONE].join('\n')))), { count: 0, first: -1 });
  const events = Array.from({ length: Math.ceil(MAX_AT_ONCE / ONE.length) + 1 }, () => ONE);
  assert.deepEqual(largeEvents(Trail.of(new StringSource(events.join('\n')))), { count: 0, first: -1 });
});
