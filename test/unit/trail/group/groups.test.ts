import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../property';
import { type Group, groupEvents, type Groups, type SortKey } from '../../../../src/trail/group/groups';
import { mergeSort } from '../../../../src/trail/mergeSort';
import { Column } from '../../../../src/trail/scan/row';
import { StringSource } from '../../../../src/trail/source';
import { finish, inSlices } from '../../../../src/trail/steps';
import { Trail } from '../../../../src/trail/trail';

interface Event {
  readonly name: string;
  readonly account: string;
  readonly minute?: number | undefined;
  readonly error?: string | undefined;
}

const BY_NAME = [Column.EventName, Column.Account];
const BY_ACCOUNT = [Column.Account, Column.EventName];

function trailOf(events: readonly Event[]): Trail {
  const lines = events.map(({ name, account, minute, error }) =>
    JSON.stringify({
      eventName: name,
      acsRegion: 'cn-hangzhou',
      ...(minute === undefined ? {} : { eventTime: `2026-03-02T01:${String(minute).padStart(2, '0')}:00Z` }),
      ...(error === undefined ? {} : { errorCode: error }),
      userIdentity: { type: 'ram-user', accountId: account },
    }),
  );
  return Trail.of(new StringSource(lines.join('\n')));
}

function group(trail: Trail, by: readonly Column[], sort: SortKey = 'name'): Groups {
  const groups = finish(groupEvents(trail, { by, sort }));
  assert.ok(groups);
  return groups;
}

/** The groups as text: `name(count, failures): rows`, the inner ones behind the outer one. */
function shown(trail: Trail, groups: Groups): string[] {
  const lines: string[] = [];
  const show = (level: number, outer?: Group): void => {
    for (const index of groups.inside(outer)) {
      const one = { level, index };
      const value = trail.dictionary(groups.request.by[level] as Column).decode(groups.code(one));
      const rows = groups.isOuter(one) ? '' : ` [${[...groups.rowsOf(one)].join(' ')}]`;
      lines.push(`${'  '.repeat(level)}${value || '-'} ${groups.count(one)}/${groups.failuresOf(one)}${rows}`);
      if (groups.isOuter(one)) show(level + 1, one);
    }
  };
  show(0);
  return lines;
}

/** The groups with their rests, as text; innermost ones with the number of their events. */
function told(groups: Groups, outer?: Group): unknown[] {
  return [...groups.inside(outer)].map((index) => {
    const one = { level: outer === undefined ? 0 : outer.level + 1, index };
    const rest = groups.restOf(one);
    const what = rest > 0 ? `+${rest}` : groups.code(one);
    return groups.isOuter(one) ? [what, ...told(groups, one)] : `${what} ${groups.count(one)}`;
  });
}

const EVENTS: readonly Event[] = [
  { name: 'DeleteInstance', account: '11', minute: 5, error: 'Forbidden.RAM' },
  { name: 'AssumeRole', account: '22', minute: 3 },
  { name: 'DeleteInstance', account: '22', minute: 1 },
  { name: 'DeleteInstance', account: '11', minute: 2, error: 'success' },
  { name: 'AssumeRole', account: '', minute: 9 },
];

describe('groups', () => {
  test('event names hold accounts hold events in the order of time', () => {
    const trail = trailOf(EVENTS);
    assert.deepEqual(shown(trail, group(trail, BY_NAME)), [
      'AssumeRole 2/0',
      '  22 1/0 [1]',
      '  - 1/0 [4]',
      'DeleteInstance 3/1',
      '  11 2/1 [3 0]',
      '  22 1/0 [2]',
    ]);
  });

  test('accounts hold event names', () => {
    const trail = trailOf(EVENTS);
    assert.deepEqual(shown(trail, group(trail, BY_ACCOUNT)), [
      '11 2/1',
      '  DeleteInstance 2/1 [3 0]',
      '22 2/0',
      '  AssumeRole 1/0 [1]',
      '  DeleteInstance 1/0 [2]',
      '- 1/0',
      '  AssumeRole 1/0 [4]',
    ]);
  });

  test('sorted by count, by failures and by the first event', () => {
    const trail = trailOf([
      { name: 'B', account: '1', minute: 4, error: 'X' },
      { name: 'C', account: '1', minute: 2 },
      { name: 'C', account: '2', minute: 1 },
      { name: 'A', account: '1' },
    ]);
    const order = (sort: SortKey): string[] => shown(trail, group(trail, BY_NAME, sort)).filter((line) => !line.startsWith(' '));
    assert.deepEqual(order('count'), ['C 2/0', 'A 1/0', 'B 1/1']);
    assert.deepEqual(order('failures'), ['B 1/1', 'C 2/0', 'A 1/0']);
    assert.deepEqual(order('time'), ['C 2/0', 'B 1/1', 'A 1/0']);
    assert.deepEqual(order('name'), ['A 1/0', 'B 1/1', 'C 2/0']);
  });

  test('numbers in names sort as numbers', () => {
    const trail = trailOf(['V10', 'V9', 'V1'].map((name) => ({ name, account: '1' })));
    assert.deepEqual(
      shown(trail, group(trail, [Column.EventName])).map((line) => line.split(' ')[0]),
      ['V1', 'V9', 'V10'],
    );
  });

  test('the whole: events, failures, first and last time; an event without a time comes last', () => {
    const trail = trailOf([{ name: 'A', account: '1' }, ...EVENTS]);
    const groups = group(trail, BY_NAME);
    assert.equal(groups.size, 6);
    assert.equal(groups.failures, 1);
    assert.equal(new Date(groups.first).toISOString(), '2026-03-02T01:01:00.000Z');
    assert.equal(new Date(groups.last).toISOString(), '2026-03-02T01:09:00.000Z');
    const none = group(trailOf([{ name: 'A', account: '1' }]), BY_NAME);
    assert.ok(Number.isNaN(none.first) && Number.isNaN(none.last));
  });

  test('an empty log has no groups', () => {
    const groups = group(trailOf([]), BY_NAME);
    assert.equal(groups.size, 0);
    assert.equal(groups.inside().length, 0);
    assert.equal(groups.find(0), undefined);
  });

  test('rows that are no events are left out', () => {
    const trail = Trail.of(
      new StringSource('stray words\n{"eventName":"A","eventTime":"2026-03-02T01:00:00Z","acsRegion":"cn-beijing"}\n!!'),
    );
    const groups = group(trail, BY_NAME);
    assert.equal(groups.size, 1);
    assert.ok(trail.isEvent(groups.rows[0] as number));
  });

  test('any log: groups agree with counting one by one, and every group is found again', () => {
    const event = fc.record({
      name: fc.constantFrom('A', 'B', 'C', 'D'),
      account: fc.constantFrom('', '1', '2'),
      minute: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      error: fc.constantFrom(undefined, 'Forbidden'),
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        fc.constantFrom<SortKey>('count', 'failures', 'name', 'time'),
        (events, sort) => {
          const trail = trailOf(events);
          const groups = group(trail, BY_NAME, sort);
          assert.deepEqual(
            [...groups.rows].sort((a, b) => a - b),
            events.map((_, row) => row),
          );
          assert.equal(groups.failures, events.filter(({ error }) => error !== undefined).length);
          for (const index of groups.inside()) {
            const outer = { level: 0, index };
            assert.deepEqual(groups.find(groups.code(outer)), outer);
            for (const inner of [...groups.inside(outer)].map((at) => ({ level: 1, index: at }))) {
              assert.deepEqual(groups.find(groups.code(inner), outer), inner);
              const rows = [...groups.rowsOf(inner)];
              for (const row of rows) {
                assert.equal(trail.rows.code(row, Column.EventName), groups.code(outer));
                assert.equal(trail.rows.code(row, Column.Account), groups.code(inner));
              }
              const minutes = rows.map((row) => events[row]?.minute ?? Infinity);
              assert.deepEqual(
                minutes,
                minutes.toSorted((a, b) => (a === b ? 0 : a - b)),
              );
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a value that is in no group is not found', () => {
    const trail = trailOf(EVENTS);
    const groups = group(trail, BY_NAME);
    const account = trail.dictionary(Column.Account).encode('11');
    const name = trail.dictionary(Column.EventName).encode('AssumeRole');
    assert.equal(groups.find(99), undefined);
    assert.equal(groups.find(account, groups.find(name)), undefined);
  });
});

describe('the work in steps', () => {
  test('a merge sort keeps equals in order, whatever the runs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 200 }), (keys) => {
        const numbers = Uint32Array.from(keys, (_, index) => index);
        const sorted = finish(mergeSort(numbers, (a, b) => (keys[a] as number) > (keys[b] as number)));
        assert.deepEqual(
          [...sorted],
          keys.map((_, index) => index).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b),
        );
      }),
    );
  });

  test('no step of grouping 200,000 events takes long, and others get their turn', async () => {
    const trail = trailOf(
      Array.from({ length: 200_000 }, (_, at) => ({
        name: `Do${at % 97}`,
        account: `${10_000 + (at % 13)}`,
        minute: (at * 7) % 60,
      })),
    );
    const longestStep = (): number => {
      let longest = 0;
      const steps = groupEvents(trail, { by: BY_NAME, sort: 'count' });
      for (let used = process.cpuUsage(); steps.next().done !== true; used = process.cpuUsage()) {
        const { user, system } = process.cpuUsage(used);
        longest = Math.max(longest, (user + system) / 1_000);
      }
      return longest;
    };
    // Others use the machine too: the best of some runs counts.
    let longest = Infinity;
    for (let tries = 0; tries < 3 && longest >= 50; tries++) longest = Math.min(longest, longestStep());
    assert.ok(longest < 50, `a step took ${longest} ms`);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const groups = await inSlices(groupEvents(trail, { by: BY_NAME, sort: 'count' }), () => false, 1);
    clearInterval(timer);
    assert.equal(groups?.size, 200_000);
    assert.ok(turns > 0);
  });

  test('a result that nobody wants any more is given up', async () => {
    const trail = trailOf(Array.from({ length: 20_000 }, (_, at) => ({ name: `Do${at}`, account: '1' })));
    assert.equal(await inSlices(groupEvents(trail, { by: BY_NAME, sort: 'name' }), () => true, 0), undefined);
  });

  test('rows that go away while they are grouped end the work', () => {
    const trail = trailOf(Array.from({ length: 5_000 }, (_, at) => ({ name: `Do${at}`, account: '1' })));
    const steps = groupEvents(trail, { by: BY_NAME, sort: 'name' });
    steps.next();
    trail.update(new StringSource(''), [{ start: 0, oldEnd: trail.text.length, length: 0 }]);
    assert.equal(finish(steps), undefined);
  });
});

describe('more groups than are told apart', () => {
  const limited = (events: readonly Event[], limit: number, sort: SortKey = 'name'): Groups => {
    const groups = finish(groupEvents(trailOf(events), { by: BY_NAME, sort }, undefined, limit));
    assert.ok(groups);
    return groups;
  };
  const many = (counts: readonly (readonly [string, string, number])[]): Event[] =>
    counts.flatMap(([name, account, count]) => Array.from({ length: count }, () => ({ name, account })));

  test('those with the most events are; the others are one, which comes last whatever the order', () => {
    const events = many([
      ['A', '1', 1],
      ['B', '1', 3],
      ['C', '1', 2],
      ['D', '1', 9],
    ]);
    for (const sort of ['name', 'count', 'time'] as const) {
      const groups = limited(events, 2, sort);
      assert.deepEqual(
        new Set(
          told(groups)
            .slice(0, -1)
            .map((one) => JSON.stringify(one)),
        ),
        new Set(['[2,"1 3"]', '[4,"1 9"]']),
      );
      assert.equal(told(groups).at(-1), '+2 3');
      // That each of them has its only account cuts nothing more.
      assert.equal(groups.untold, 2);
    }
  });

  test('also in the lists within groups, whose own counts stay', () => {
    const groups = limited(
      many([
        ['A', '1', 5],
        ['A', '2', 1],
        ['A', '3', 1],
        ['B', '1', 4],
        ['B', '4', 1],
        ['C', '5', 1],
      ]),
      3,
    );
    assert.deepEqual(told(groups), [
      [1, '1 5', '2 1', '+1 1'],
      [2, '1 4', '+1 1'],
      [3, '+1 1'],
    ]);
    assert.equal(groups.untold, 3);
  });

  test('no event is lost, none is twice, and there are no more groups than the limit and the rests', () => {
    const event = fc.record({
      name: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
      account: fc.constantFrom('1', '2', '3', '4'),
      minute: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (events, limit) => {
        const groups = limited(events, limit, 'count');
        assert.deepEqual(
          [...groups.rows].sort((a, b) => a - b),
          [...events.keys()],
        );
        const plain = limited(events, 1_000, 'count');
        let rest = 0;
        let named = 0;
        let inner = 0;
        let sum = 0;
        for (const index of groups.inside()) {
          const one = { level: 0, index };
          sum += groups.count(one);
          rest += groups.restOf(one);
          if (groups.restOf(one) > 0) continue;
          named++;
          const whole = plain.find(groups.code(one));
          assert.equal(whole && plain.count(whole), groups.count(one));
          let within = 0;
          for (const at of groups.inside(one)) {
            const deep = { level: 1, index: at };
            within += groups.count(deep);
            if (groups.restOf(deep) === 0) inner++;
            else rest += groups.restOf(deep);
            const times = [...groups.rowsOf(deep)].map((row) => events[row]?.minute ?? Infinity);
            assert.deepEqual(
              times,
              times.toSorted((a, b) => a - b),
            );
          }
          assert.equal(within, groups.count(one));
        }
        assert.equal(sum, events.length);
        assert.ok(named <= limit && inner <= limit);
        assert.equal(groups.untold, rest);
        assert.equal(
          named + (groups.restIn() === undefined ? 0 : groups.restOf(groups.restIn() as Group)),
          plain.inside().length,
        );
      }),
    );
  });
});
