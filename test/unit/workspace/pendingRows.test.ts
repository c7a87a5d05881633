import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../property';
import { Budget, type RowFindings } from '../../../src/checks/budget';
import { checkRow } from '../../../src/checks/check';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { PendingRows } from '../../../src/workspace/pendingRows';
import { hasSameColumns } from '../../../src/workspace/sameColumns';
import { event, SHAPES } from '../trail/logs';

/** Checks what is pending; gives how many rows were looked at. */
function check(trail: Trail<RowFindings>, pending: PendingRows, budget: Budget): number {
  let looked = 0;
  for (let row = pending.next(trail.rows.size); row >= 0; row = pending.next(trail.rows.size), looked++)
    if (trail.rows.note(row) === undefined) trail.rows.setNote(row, checkRow(trail, row, budget));
  return looked;
}

/** A log with what its rows have been found to hold, kept in step with edits. */
class Checked {
  readonly trail: Trail<RowFindings>;
  readonly pending = new PendingRows();
  readonly budget = new Budget();
  hasSameColumns = true;

  constructor(private text: string) {
    this.trail = new Trail<RowFindings>(new StringSource(text));
    this.trail.advance(Infinity);
  }

  check(): number {
    return check(this.trail, this.pending, this.budget);
  }

  edit(start: number, oldEnd: number, insert: string): void {
    this.text = this.text.slice(0, start) + insert + this.text.slice(oldEnd);
    const { trail, pending, budget } = this;
    const { rows } = trail;
    this.hasSameColumns = true;
    trail.update(new StringSource(this.text), [{ start, oldEnd, length: insert.length }], (replacement) => {
      const { from, to, fresh } = replacement;
      for (let row = from; row <= to && row < rows.size; row++) budget.forget(rows.note(row) ?? { kept: [], dropped: undefined });
      pending.replaced(from, to, fresh.size);
      if (!hasSameColumns(rows, replacement)) this.hasSameColumns = false;
    });
  }

  get length(): number {
    return this.text.length;
  }
}

test('after any edits each row has been checked, and findings are counted as if all were checked anew', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40),
    insert: fc.constantFrom('', '{', '}', '"', ',', '\n', 'x', '// note\n', '{"eventId":"x"}'),
    isChecked: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(SHAPES)),
      fc.integer({ min: 1, max: 12 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (shape, count, edits) => {
        const log = new Checked(shape(count));
        log.check();
        for (const { at, remove, insert, isChecked } of edits) {
          const start = Math.floor(at * log.length);
          log.edit(start, Math.min(log.length, start + remove), insert);
          if (isChecked) log.check();
        }
        log.check();
        const { rows } = log.trail;
        const anew = new Budget();
        for (let row = 0; row < rows.size; row++) {
          const note = rows.note(row);
          assert.ok(note !== undefined, `row ${row} of ${rows.size} has not been checked`);
          anew.count(note);
        }
        assert.deepEqual(log.budget.totals, anew.totals);
      },
    ),
    { numRuns: runs(300) },
  );
});

test('what is looked at after an edit grows with the edit, not with the log', () => {
  const lines = Array.from({ length: 2_000 }, (_, number) => `${JSON.stringify(event(number))}\n`);
  const log = new Checked(lines.join(''));
  assert.equal(log.check(), 2_000);
  log.edit(10, 10, ' ');
  assert.ok(log.check() <= 4);
  log.edit(log.length - 10, log.length - 9, '');
  assert.ok(log.check() <= 4);
  assert.equal(log.check(), 0);
});

test('columns are the same unless the edit is in one of their values', () => {
  const log = new Checked(Array.from({ length: 20 }, (_, number) => `${JSON.stringify(event(number))}\n`).join(''));
  const at = (part: string): number => log.trail.rows.start(5) + log.trail.recordText(5).indexOf(part);
  log.edit(at('"userAgent":"') + 13, at('"userAgent":"') + 13, 'x');
  assert.ok(log.hasSameColumns);
  log.edit(at('"eventName":"') + 13, at('"eventName":"') + 13, 'x');
  assert.ok(!log.hasSameColumns);
  log.edit(log.trail.rows.end(5), log.trail.rows.end(6), '');
  assert.ok(!log.hasSameColumns);
});
