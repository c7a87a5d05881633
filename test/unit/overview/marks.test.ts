import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Mark, marksOf } from '../../../src/overview/model/marks';
import { Column } from '../../../src/trail/scan/row';
import { finish } from '../../../src/trail/steps';
import { DAY_START, factsOf, figures, MINUTE, type Sample, trailOf } from './logs';

const HOUR = 60 * MINUTE;

/** Four days, one event every hour and a half. */
const QUIET: readonly Sample[] = Array.from({ length: 64 }, (_, at) => ({ at: DAY_START + at * 90 * MINUTE }));

function marks(samples: readonly Sample[]): {
  readonly found: readonly Mark[];
  readonly valueOf: (column: Column, code: number) => string;
} {
  const trail = trailOf(samples);
  const facts = factsOf(trail);
  return {
    found: finish(marksOf(facts, figures(trail, facts))),
    valueOf: (column, code) => trail.dictionary(column).decode(code),
  };
}

test('an even log has no marks', () => {
  assert.deepEqual(marks(QUIET).found, []);
});

test('many events at once are a burst, named by what most of them are', () => {
  const at = DAY_START + 48 * HOUR;
  const burst = Array.from({ length: 40 }, () => ({ at, name: 'GetSecret' }));
  const { found } = marks([...QUIET, ...burst]);
  const [mark] = found.filter(({ kind }) => kind === 'burst');
  assert.ok(mark?.kind === 'burst');
  assert.deepEqual([mark.of, mark.bins, mark.usual], ['events', 1, 1]);
  assert.ok(mark.count >= 40);
  assert.equal(mark.name, 1);
});

test('many failures are a burst of their own', () => {
  const failing = QUIET.map((sample) => ({ ...sample, error: 'Throttling' }));
  const burst = Array.from({ length: 30 }, () => ({ at: DAY_START + 50 * HOUR, error: 'NoPermission' }));
  const { found } = marks([...failing, ...burst]);
  assert.deepEqual(
    found.filter((mark) => mark.kind === 'burst').map((mark) => mark.kind === 'burst' && mark.of),
    ['events', 'failures'],
  );
});

test('few events are no burst, and too short a log tells nothing', () => {
  assert.deepEqual(marks([...QUIET, ...Array.from({ length: 5 }, () => ({ at: DAY_START + 48 * HOUR }))]).found, []);
  assert.deepEqual(marks(Array.from({ length: 90 }, () => ({ at: DAY_START }))).found, []);
});

test('values that come late are marked where they occur first, in whatever order the log has them', () => {
  const late = { at: DAY_START + 30 * HOUR, account: '1100000000000099', address: '203.0.113.9', key: 'LTAI-EXAMPLE' };
  const { found, valueOf } = marks([{ ...late, at: late.at + 20 * HOUR }, ...QUIET, late]);
  const [mark, ...others] = found;
  assert.ok(mark?.kind === 'first');
  assert.deepEqual(others, []);
  assert.equal(mark.count, 3);
  assert.deepEqual(
    mark.values.map(({ column, code, row }) => [column, valueOf(column, code), row]),
    [
      [Column.Account, '1100000000000099', 65],
      [Column.AccessKey, 'LTAI-EXAMPLE', 65],
      [Column.SourceAddress, '203.0.113.9', 65],
    ],
  );
});

test('what occurs in the first tenth of the time is not new', () => {
  assert.deepEqual(marks([{ at: DAY_START + HOUR, address: '203.0.113.9' }, ...QUIET]).found, []);
});
