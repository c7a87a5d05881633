import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { narrowedLogs } from '../../src/cloud/conditions';
import { count, type Counts } from '../../src/cloud/counts';
import { kindOf } from '../../src/cloud/failure';
import { searchLogs } from '../../src/cloud/logstore';
import { nothing, type Paging, type PagingContext, type SearchNote } from '../../src/cloud/page';
import { answered } from '../../src/cloud/search';
import { type Span } from '../../src/cloud/span';
import { Asker } from '../../src/cloud/wire';
import { type Field, fieldOf } from '../../src/filter/field';
import { Filter } from '../../src/filter/filter';
import { searchConditions, withinBounds } from '../../src/share/query/slsSearch';
import { Column } from '../../src/trail/scan/row';
import { StringSource } from '../../src/trail/source';
import { Trail } from '../../src/trail/trail';
import { faultOf, type Found, idsIn, idsOf, KEY, KEYS, load, spread, TestWire } from './harness';
import { type Event, events } from './logs';
import { INDEX, LogStoreStandIn } from './standIn/logService';
import { logError } from './standIn/request';
import { StandIn } from './standIn/server';

const STORE = { project: 'example-project', logstore: 'actiontrail_example', region: 'cn-hangzhou' };
const END = Date.UTC(2026, 2, 10, 12);
const ALL = Filter.parse('');
/** An event every 7 minutes, some with long values. */
const EVENTS: readonly Event[] = spread(events(640), END, 420_000).map((event, at) =>
  at % 40 === 0 ? { ...event, requestParameters: { Text: 'x'.repeat(5_000), Number: 11870000000045440 + at } } : event,
);
const SPAN: Span = { from: END - 640 * 420_000, to: END };
const FILTERS = [
  '',
  'name:DeleteUser',
  'name:deleteuser account:1187000000004544001',
  'name:Delete* -rw:read',
  'name:(Create | ConsoleSignin) error:*',
  'error:Forbidden.RAM',
  'error:""',
  '-error:* service:foasconsole',
  'service:RealtimeCompute | service:vpc',
  'user:alice',
  'user:(27001 | "role:张三")',
  'address:10.0.0.0/8',
  '-address:10.0.0.0/8 region:cn-shanghai',
  'time>=2026-03-09T06:00Z time<2026-03-09T18:30:00Z',
  'agent:Terraform/1.5*',
  'resource:i-1 | type:ConsoleOperation',
  'key:LTAIexampleExample identity:ram-user',
  'id:E0000000-0000-4000-8000-000000000007',
];
const KEYS_OF = (text: string): readonly Field[] => text.split(',').map((name) => fieldOf(name) as Field);
const COLUMNS: Readonly<Record<string, Column>> = {
  name: Column.EventName,
  account: Column.Account,
  user: Column.User,
  error: Column.ErrorCode,
  service: Column.ServiceName,
};

let store: LogStoreStandIn;
let standIn: StandIn;

before(async () => {
  store = await LogStoreStandIn.open(EVENTS);
  standIn = await StandIn.start({ keys: KEYS, store });
});

afterEach(() => {
  standIn.hook = () => undefined;
  standIn.got.length = 0;
});

after(async () => {
  await standIn.stop();
  store.close();
});

const search =
  (filter = ALL, span = SPAN) =>
  (context: PagingContext): Paging => {
    const within = narrowedLogs(span, filter.expression);
    const conditions = withinBounds(searchConditions(filter.expression));
    return within === undefined ? nothing() : searchLogs({ store: STORE, span: within, conditions }, context);
  };
const found = (filter = ALL, most = 5_000, on = standIn): Promise<Found> => load(search(filter), new TestWire(on), most);

async function counted(
  filter: Filter,
  by: readonly Field[] | { readonly seconds: number },
  on = standIn,
  span = SPAN,
): Promise<{ counts: Counts; notes: SearchNote[] }> {
  const notes: SearchNote[] = [];
  const query = { store: STORE, span, filter: filter.expression, by };
  const counts = await answered(count(query, { note: (note) => notes.push(note) }), new Asker(new TestWire(on), { key: KEY }));
  return { counts, notes };
}

const asMap = ({ groups }: Counts): ReadonlyMap<string, number> =>
  new Map(groups.map(({ values, events: number }) => [values.join('|'), number]));

/** The groups of the same events here. */
function localGroups(filter: Filter, columns: readonly string[]): ReadonlyMap<string, number> {
  const trail = Trail.of(new StringSource(EVENTS.map((event) => `${JSON.stringify(event)}\n`).join('')));
  const matches = filter.matcher(trail);
  const groups = new Map<string, number>();
  for (let row = 0; row < trail.rows.size; row++) {
    if (!matches(row)) continue;
    const key = columns.map((name) => trail.value(row, COLUMNS[name] as Column)).join('|');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return groups;
}

const sorted = (map: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

test('pages of whole records, newest first, numbers and long values as they are', async () => {
  const { text, pages, search: one } = await found();
  assert.deepEqual(idsIn(text, ALL), EVENTS.map(({ eventId }) => eventId).toReversed());
  assert.deepEqual([one.events, one.hasMore, pages.length], [640, false, 7]);
  assert.ok(text.includes(`x${'x'.repeat(4_999)}`) && text.includes('11870000000045600'));
  const part = await found(ALL, 130);
  assert.deepEqual([part.search.events, part.search.hasMore], [130, true]);
});

test('the service finds at least what the filter finds', async () => {
  for (const written of [
    ...FILTERS,
    'Terraform',
    'kind:delete',
    'hour:9',
    '-(name:Create | rw:Read)',
    `name:(${Array.from({ length: 40 }, (_, at) => `N${at}`).join(' | ')} | Create)`,
  ]) {
    const filter = Filter.parse(written);
    assert.deepEqual(filter.problems, [], written);
    assert.deepEqual(idsIn((await found(filter)).text, filter).toSorted(), idsOf(EVENTS, filter).toSorted(), written);
  }
});

test('an answer that is not complete is asked for again', async () => {
  const incomplete = { status: 200, json: { meta: { progress: 'Incomplete', count: 0 }, data: [] } };
  standIn.hook = (_, number) => (number <= 2 ? incomplete : undefined);
  const twice = await found();
  assert.deepEqual([twice.search.events, twice.notes], [640, []]);
  standIn.hook = () => incomplete;
  standIn.got.length = 0;
  const always = await found();
  assert.deepEqual([always.notes, standIn.got.length], [[{ code: 'incomplete' }], 11]);
});

test('a member without an index is not asked for', async () => {
  const members = INDEX.members.filter((name) => name !== 'event.recipientAccountId' && name !== 'event.userAgent');
  const bare = await LogStoreStandIn.open(EVENTS, { index: { ...INDEX, members } });
  const other = await StandIn.start({ keys: KEYS, store: bare });
  try {
    const filter = Filter.parse('account:1187000000004544001 name:Create');
    const { text, notes } = await found(filter, 5_000, other);
    assert.deepEqual(idsIn(text, filter).toSorted(), idsOf(EVENTS, filter).toSorted());
    assert.deepEqual(notes, [{ code: 'not-indexed', detail: 'event.recipientAccountId' }]);
    const { counts, notes: said } = await counted(Filter.parse('agent:Terraform* name:Create'), KEYS_OF('name,user'), other);
    assert.deepEqual([said.map(({ code }) => code), counts.leftOut.length], [['not-indexed'], 1]);
    assert.deepEqual(sorted(asMap(counts)), sorted(localGroups(Filter.parse('name:Create'), ['name', 'user'])));
  } finally {
    await other.stop();
    bare.close();
  }
});

describe('counts of the engine equal the local groups', () => {
  for (const written of FILTERS)
    test(written, async () => {
      const filter = Filter.parse(written);
      for (const columns of ['name,account', 'user,error', 'service']) {
        const { counts } = await counted(filter, KEYS_OF(columns));
        assert.deepEqual(
          [counts.leftOut.map(({ start, end }) => written.slice(start, end)), counts.isAtLeast],
          [written.includes('resource:') ? ['resource:i-1'] : [], false],
        );
        if (counts.leftOut.length > 0) continue;
        assert.deepEqual(sorted(asMap(counts)), sorted(localGroups(filter, columns.split(','))), columns);
      }
    });

  test('what cannot be said is named, and the counts are of more', async () => {
    const filter = Filter.parse('Terraform name:Create hour:9');
    const { counts } = await counted(filter, KEYS_OF('name'));
    assert.deepEqual(
      counts.leftOut.map(({ start, end }) => filter.text.slice(start, end)),
      ['Terraform', 'hour:9'],
    );
    assert.deepEqual(asMap(counts), localGroups(Filter.parse('name:Create'), ['name']));
  });

  test('bars of time', async () => {
    const { counts } = await counted(ALL, { seconds: 3_600 });
    const bars = new Map<string, number>();
    for (const { eventTime } of EVENTS) {
      const start = String(Math.floor(Date.parse(String(eventTime)) / 3_600_000) * 3_600);
      bars.set(start, (bars.get(start) ?? 0) + 1);
    }
    assert.deepEqual(sorted(asMap(counts)), sorted(bars));
  });
});

test('a span is halved until each answer is whole; groups are paged', async () => {
  const small = await LogStoreStandIn.open(EVENTS, { scan: 60 });
  const other = await StandIn.start({ keys: KEYS, store: small });
  try {
    const { counts } = await counted(ALL, KEYS_OF('id,name'), other);
    assert.deepEqual([counts.events, counts.groups.length, counts.isAtLeast], [640, 640, false]);
    assert.ok(counts.questions > 10, String(counts.questions));
    const { counts: names } = await counted(ALL, KEYS_OF('name,account'), other, { from: SPAN.from + 1, to: SPAN.to - 1 });
    assert.deepEqual(sorted(asMap(names)), sorted(localGroups(ALL, ['name', 'account'])));
  } finally {
    await other.stop();
    small.close();
  }
  const { counts } = await counted(ALL, KEYS_OF('id'));
  assert.deepEqual([counts.groups.length, counts.questions], [640, 2]);
});

test('what stays inexact is said', async () => {
  const same = EVENTS.slice(0, 50).map((event) => ({ ...event, eventTime: '2026-03-09T00:00:00Z' }));
  const tiny = await LogStoreStandIn.open(same, { scan: 20 });
  const other = await StandIn.start({ keys: KEYS, store: tiny });
  try {
    const { counts } = await counted(ALL, KEYS_OF('name'), other);
    assert.deepEqual([counts.isAtLeast, counts.events], [true, 20]);
  } finally {
    await other.stop();
    tiny.close();
  }
});

test('a query that takes too long is halved, one that is never complete is not waited for', async () => {
  standIn.hook = (got) => {
    const { from, to } = JSON.parse(got.body.toString()) as { readonly from: number; readonly to: number };
    return to - from > 86_400 ? logError(500, 'RequestTimeout', 'The query took too long') : undefined;
  };
  assert.equal((await counted(ALL, KEYS_OF('name'))).counts.events, 640);
  standIn.hook = (_, number) => (number <= 2 ? { status: 200, json: { meta: { progress: 'Incomplete' }, data: [] } } : undefined);
  standIn.got.length = 0;
  const { counts } = await counted(ALL, KEYS_OF('name'));
  assert.deepEqual([counts.events, counts.isAtLeast, standIn.got.length], [640, false, 3]);
});

test('refusals say what they are', async () => {
  for (const [reply, kind] of [
    [logError(404, 'ProjectNotExist', 'The Project does not exist : x'), 'no-project'],
    [logError(404, 'LogStoreNotExist', 'logstore x does not exist'), 'no-logstore'],
    [logError(401, 'Unauthorized', 'denied by sts or ram, action: log:GetLogStoreLogs'), 'denied'],
    [logError(403, 'ProjectForbidden', 'Project is forbidden'), 'overdue'],
    [logError(403, 'ReadQuotaExceed', 'quota'), 'busy'],
    [logError(400, 'RequestTimeTooSkewed', ''), 'clock'],
    [logError(400, 'IndexConfigNotExist', 'logstore without index config'), 'no-index'],
    [logError(500, 'InternalServerError', ''), 'unavailable'],
  ] as const) {
    standIn.hook = () => reply;
    const fault = await faultOf(found());
    assert.equal(fault.kind === 'refused' && kindOf(fault.refusal), kind);
  }
});
