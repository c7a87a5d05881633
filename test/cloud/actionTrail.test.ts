import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { lookUp, trailsCall, trailsIn } from '../../src/cloud/actionTrail';
import { attributesOf } from '../../src/cloud/attributes';
import { narrowed } from '../../src/cloud/conditions';
import { kindOf } from '../../src/cloud/failure';
import { type PagingContext, type Paging } from '../../src/cloud/page';
import { CloudSearch } from '../../src/cloud/search';
import { REACH, type Span } from '../../src/cloud/span';
import { Asker } from '../../src/cloud/wire';
import { Filter } from '../../src/filter/filter';
import { faultOf, idsIn, idsOf, KEY, KEYS, load, spread, TestWire } from './harness';
import { type Event, events } from './logs';
import { rpcError } from './standIn/request';
import { StandIn } from './standIn/server';

const NOW = Date.UTC(2026, 2, 10, 12);
const DAY = 86_400_000;
const WEEK: Span = { from: NOW - 7 * DAY, to: NOW };
const ALL = Filter.parse('');
/** An event every 5 minutes. */
const EVENTS = spread(events(140), NOW, 300_000);

let standIn: StandIn;
let inRegion: Readonly<Record<string, readonly Event[]>> = {};
let serviceNow = NOW;

before(async () => {
  standIn = await StandIn.start({
    keys: KEYS,
    events: (host) => inRegion[host.split('.')[1] ?? ''] ?? [],
    now: () => serviceNow,
    trails: [
      {
        Name: 'audit',
        HomeRegion: 'cn-hangzhou',
        TrailRegion: 'All',
        SlsProjectArn: 'acs:log:cn-shanghai:1187000000004544:project/audit-logs',
      },
      { Name: 'only-oss', OssBucketName: 'bucket', SlsProjectArn: '' },
      { Name: 'hostile', SlsProjectArn: 'acs:log:evil.example/x:1:project/y' },
    ],
  });
});

afterEach(() => {
  standIn.hook = () => undefined;
  standIn.got.length = 0;
  inRegion = {};
  serviceNow = NOW;
});

after(() => standIn.stop());

const search =
  (span: Span, filter = ALL, regions: readonly string[] = ['cn-hangzhou']) =>
  (context: PagingContext): Paging =>
    lookUp(
      { regions, span: narrowed(span, filter.expression) ?? span, attributes: attributesOf(filter.expression, context.note) },
      NOW,
      context,
    );

test('three pages are laid one after another as they came, newest first, two a second', async () => {
  inRegion = { 'cn-hangzhou': EVENTS };
  const wire = new TestWire(standIn, NOW);
  const { pages, text, search: found } = await load(search(WEEK), wire);
  assert.deepEqual(
    pages.map((page) => page.events),
    [50, 50, 40],
  );
  assert.deepEqual(idsIn(text, ALL), EVENTS.map(({ eventId }) => eventId).toReversed());
  assert.deepEqual([found.events, found.hasMore, found.oldest], [140, false, NOW - 140 * 300_000]);
  assert.equal(standIn.got.length, 3);
  assert.ok(wire.waits.length >= 2 && wire.waits.every((ms) => ms > 0 && ms <= 500), String(wire.waits));
  assert.match(text, /"Number":1187000000004544/);
  assert.deepEqual(
    wire.entries.map(({ action, status, host }) => [action, status, host]),
    Array(3).fill(['LookupEvents', 200, 'actiontrail.cn-hangzhou.aliyuncs.com']),
  );
});

test('a limit is kept, and what is older comes when it is wanted', async () => {
  inRegion = { 'cn-hangzhou': EVENTS };
  for (const [limit, loaded] of [
    [10, 10],
    [50, 50],
    [120, 120],
    [101, 99],
    [7, 7],
  ] as const) {
    const wire = new TestWire(standIn, NOW);
    const { search: found, pages } = await load(search(WEEK), wire, limit);
    assert.equal(found.events, loaded === 99 ? found.events : loaded);
    assert.ok(found.events >= loaded && found.hasMore);
    const before = pages.length;
    await found.load(1_000, new Asker(wire, { key: KEY }), (page) => (pages as unknown[]).push(page));
    assert.ok(pages.length > before);
    assert.deepEqual([found.events, found.hasMore], [140, false]);
    assert.deepEqual(
      idsIn(pages.map((page) => `${page.text}\n`).join(''), ALL),
      EVENTS.map(({ eventId }) => eventId).toReversed(),
    );
  }
});

test('90 days are asked for in windows that the service takes, and no further back', async () => {
  const far = spread(events(200), NOW, 11 * 3_600_000);
  inRegion = { 'cn-hangzhou': far };
  const { text, notes } = await load(search({ from: NOW - 200 * DAY, to: NOW }), new TestWire(standIn, NOW));
  assert.deepEqual(
    idsIn(text, ALL),
    far
      .filter(({ eventTime }) => Date.parse(String(eventTime)) >= NOW - REACH + 60_000)
      .map(({ eventId }) => eventId)
      .toReversed(),
  );
  assert.deepEqual(notes, [{ code: 'reach', from: NOW - REACH + 60_000 }]);
  assert.equal(new Set(standIn.got.map(({ query }) => query.get('StartTime'))).size, 4);
});

test('regions one after another', async () => {
  inRegion = { 'cn-hangzhou': EVENTS.slice(0, 60), 'eu-central-1': EVENTS.slice(60) };
  const { text, search: found } = await load(search(WEEK, ALL, ['cn-hangzhou', 'eu-central-1']), new TestWire(standIn, NOW));
  assert.equal(found.events, 140);
  assert.equal(new Set(idsIn(text, ALL)).size, 140);
  assert.deepEqual(
    [...new Set(standIn.got.map(({ headers }) => headers.host))],
    ['actiontrail.cn-hangzhou.aliyuncs.com', 'actiontrail.eu-central-1.aliyuncs.com'],
  );
});

describe('patience', () => {
  test('throttled twice, then answered', async () => {
    inRegion = { 'cn-hangzhou': EVENTS };
    standIn.hook = (_, number) =>
      number === 2 || number === 3 ? rpcError(400, 'Throttling.User', 'Request was denied due to user flow control.') : undefined;
    const wire = new TestWire(standIn, NOW);
    const { search: found } = await load(search(WEEK), wire);
    assert.equal(found.events, 140);
    assert.deepEqual(
      wire.waits.filter((ms) => ms >= 750),
      [1_000, 2_000],
    );
  });

  test('a fault that lasts: 1, 2, 4, 8 seconds, then stop and keep; later it goes on', async () => {
    inRegion = { 'cn-hangzhou': EVENTS };
    let isBroken = true;
    standIn.hook = (_, number) =>
      isBroken && number > 1 ? rpcError(503, 'ServiceUnavailable', 'The request has failed.') : undefined;
    const wire = new TestWire(standIn, NOW);
    const pages: unknown[] = [];
    const found = new CloudSearch((wanted) => search(WEEK)({ wanted, note: () => undefined }));
    const fault = await faultOf(found.load(5_000, new Asker(wire, { key: KEY }), (page) => pages.push(page)));
    assert.deepEqual([fault.kind === 'refused' && kindOf(fault.refusal), pages.length], ['unavailable', 1]);
    assert.deepEqual(
      [found.events, found.hasMore, wire.waits.filter((ms) => ms >= 750)],
      [50, true, [1_000, 2_000, 4_000, 8_000]],
    );
    isBroken = false;
    await found.load(1_000, new Asker(wire, { key: KEY }), (page) => pages.push(page));
    assert.deepEqual([found.events, found.hasMore], [140, false]);
  });

  test('a connection that is cut is tried again twice', async () => {
    inRegion = { 'cn-hangzhou': EVENTS };
    standIn.hook = (_, number) => (number === 2 ? 'cut' : undefined);
    assert.equal((await load(search(WEEK), new TestWire(standIn, NOW))).search.events, 140);
    standIn.hook = () => 'cut';
    const wire = new TestWire(standIn, NOW);
    const fault = await faultOf(load(search(WEEK), wire));
    assert.deepEqual(
      [fault.kind, fault.kind === 'connection' && fault.fault, wire.waits.filter((ms) => ms >= 750).length],
      ['connection', 'network', 2],
    );
  });

  test('cancelled in page two', async () => {
    inRegion = { 'cn-hangzhou': EVENTS };
    const wire = new TestWire(standIn, NOW);
    standIn.hook = (_, number) => {
      wire.isCancelled = number === 2;
      return undefined;
    };
    assert.deepEqual(await faultOf(load(search(WEEK), wire)), { kind: 'cancelled' });
    assert.ok(standIn.got.length <= 2);
  });
});

test('refusals say what they are, and hold no key', async () => {
  for (const [reply, kind] of [
    [rpcError(404, 'InvalidAccessKeyId.NotFound', `no ${KEY.id}`), 'unknown-key'],
    [rpcError(403, 'NoPermission', 'You are not authorized to do this action.'), 'denied'],
    [rpcError(400, 'SignatureDoesNotMatch', `to sign: ${KEY.secret}`), 'signature'],
    [rpcError(400, 'InvalidParameterDateOutOfRange', ''), 'range'],
    [rpcError(401, '', ''), 'unknown-key'],
  ] as const) {
    standIn.hook = () => reply;
    const fault = await faultOf(load(search(WEEK), new TestWire(standIn, NOW)));
    assert.equal(fault.kind === 'refused' && kindOf(fault.refusal), kind);
    assert.doesNotMatch(JSON.stringify(fault), new RegExp(`${KEY.id}|${KEY.secret}`));
  }
  standIn.hook = () => ({ status: 200, json: '<html>proxy</html>' });
  assert.equal((await faultOf(load(search(WEEK), new TestWire(standIn, NOW)))).kind, 'foreign');
  standIn.hook = () => ({ status: 200, json: { Events: 'none' } });
  assert.equal((await faultOf(load(search(WEEK), new TestWire(standIn, NOW)))).kind, 'foreign');
  standIn.hook = () => ({ status: 302, json: '', headers: { location: 'https://other.example/' } });
  const redirect = await faultOf(load(search(WEEK), new TestWire(standIn, NOW)));
  assert.deepEqual(redirect.kind === 'connection' && [redirect.fault, redirect.detail], ['redirect', 'https://other.example']);
});

test('a clock that is an hour ahead is found out', async () => {
  serviceNow = NOW - 3_600_000;
  const fault = await faultOf(load(search(WEEK), new TestWire(standIn, NOW)));
  assert.ok(
    fault.kind === 'refused' && kindOf(fault.refusal) === 'clock' && Math.abs((fault.refusal.ahead ?? 0) - 3_600_000) < 2_000,
  );
});

test('a pair of attributes that is refused is asked for without one', async () => {
  inRegion = { 'cn-hangzhou': EVENTS };
  const filter = Filter.parse('name:DeleteUser rw:Read');
  const { text, notes } = await load(search(WEEK, filter), new TestWire(standIn, NOW));
  assert.deepEqual(notes, [{ code: 'attributes-refused', detail: 'EventName, EventRW' }]);
  assert.deepEqual(idsIn(text, filter).toSorted(), idsOf(EVENTS, filter).toSorted());
  assert.ok(idsIn(text, ALL).length < EVENTS.length / 2, 'the other attribute is asked for still');
});

test('the service finds at least what the filter finds', async () => {
  inRegion = { 'cn-hangzhou': EVENTS };
  for (const written of [
    'name:DeleteUser',
    'name:deleteuser',
    'name:DELETEUSER',
    'name:AppendVswitchId',
    'name:Delete*',
    '-name:Create',
    'name:(Create | DeleteUser) rw:write',
    'type:consolesignin',
    'rw:read service:foasconsole',
    'user:alice',
    'key:ltaiexampleexample',
    'key:LTAIexampleExample',
    'id:e0000000-0000-4000-8000-000000000007 | name:Create',
    'address:192.0.2.7',
    'address:2001:DB8::7',
    'time>=2026-03-10T06:00Z time<2026-03-10T09:00Z',
    'error:* -region:cn-hangzhou',
    'Terraform',
  ]) {
    const filter = Filter.parse(written);
    assert.deepEqual(filter.problems, [], written);
    const { text } = await load(search(WEEK, filter), new TestWire(standIn, NOW));
    const wanted = idsOf(EVENTS, filter);
    assert.deepEqual(idsIn(text, filter).toSorted(), wanted.toSorted(), written);
  }
});

test('what the service can be asked for is asked for', () => {
  const attributes = (text: string): readonly string[] =>
    attributesOf(Filter.parse(text).expression, () => undefined).map(({ key, value }) => `${key}=${value}`);
  assert.deepEqual(attributes('name:deleteuser rw:write'), ['EventName=DeleteUser', 'EventRW=Write']);
  assert.deepEqual(attributes('id:E0000000-0000-4000-8000-000000000007 name:MyOwnCall rw:Read'), [
    'EventId=E0000000-0000-4000-8000-000000000007',
    'EventName=MyOwnCall',
  ]);
  // The service would find one of the two spellings that logs have.
  assert.deepEqual(attributes('name:appendvswitchid'), attributes('name:AppendVSwitchID'));
  assert.deepEqual(attributes('address:192.0.2.7'), ['SourceIpAddress=192.0.2.7']);
  assert.deepEqual(attributes('address:10.0.0.0/8 -name:DeleteUser name:a* user:x'), []);
});

test('trails lead to their Logstores', async () => {
  const call = trailsCall('cn-hangzhou');
  const answer = await new Asker(new TestWire(standIn, NOW), { key: KEY }).ask(call);
  assert.deepEqual(trailsIn(call, answer), [
    { name: 'audit', region: 'cn-shanghai', project: 'audit-logs', logstore: 'actiontrail_audit' },
  ]);
});
