import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Filter } from '../../src/filter/filter';
import { writeTerm } from '../../src/filter/write';
import { queryOf } from '../../src/share/query/query';
import { StringSource } from '../../src/trail/source';
import { Trail } from '../../src/trail/trail';
import { fc } from '../unit/property';
import { DuckDb } from './duckDb';
import { type Event, events, pascal } from './logs';

/** Logs in the forms in which deliveries hold events, and in both casings. */
const LOGS: Readonly<Record<string, string>> = {
  lines: events(460).map(line).join(''),
  'array, names with capitals': JSON.stringify(events(460, 460).map(pascal), null, 2),
  'one after another, mixed': events(460, 920)
    .map((event, at) =>
      JSON.stringify(
        at % 3 === 0 ? pascal(event) : at % 3 === 1 ? { ...event, userIdentity: pascal(event)['UserIdentity'] } : event,
        null,
        1,
      ),
    )
    .join('\n'),
};

const FILTERS: readonly string[] = [
  '',
  'name:DeleteUser',
  'name:deleteuser',
  'name:Delete*',
  'name:*e?ete*',
  '-name:(RunInstances | Create)',
  'name!=AppendVSwitchId',
  'name:AppendVswitchId -name:""',
  'error:*',
  'error:""',
  'error:Forbidden*',
  '-error:"\'NoPermission\'"',
  'account:1187000000004544001',
  'account:*4002',
  'account:""',
  'user:alice',
  'user:27001',
  'user:"Bob_%"',
  'user:*:*',
  'user:role:张三',
  'service:foasconsole',
  'service:RealtimeCompute',
  'service:sas',
  '-service:foas*',
  'service:vpc | service:my-own',
  'region:""',
  'region:cn-*',
  'address:10.0.0.0/8',
  '-address:10.0.0.0/8',
  'address:(192.0.2.7 | 2001:db8::7)',
  'address:*XX*',
  'time>=2026-03-02Z',
  'time>2026-03-02T00:00:00Z time<2026-03-07T16:00:00.001Z',
  'time:2026-03-01T08:30Z..2026-03-02T00:00:00Z',
  '-time<=2026-03-01T23:59:59Z',
  'time:*',
  '-time:*',
  'hour:22..5 weekday:sun',
  'weekday:(sat | mon) hour>=8',
  'resource:i-1',
  'resource:"i-1,i-2;sg-3"',
  'resource:i-?9?',
  'resource:vsw-* -resource:ACS::RAM::*',
  'resource:""',
  'resource:*',
  'key:LTAI* identity:root-account',
  'type:ConsoleSignin rw:write',
  'id:E0000000-0000-4000-8000-000000000007',
  'request:r0000000-0000-4000-8000-00000000010*',
  'agent:"it\'s 100% \\\\ quoted"',
  'agent:*浏览*',
  'message:*RAM*',
  'source:ecs-cn-hangzhou*',
  'deleteuser -"Terraform/1.5"',
  '(name:Delete* error:*) | -(rw:Read | user:alice)',
  '-(-name:Create service:ecs) text:100%',
];

const folder = mkdtempSync(join(tmpdir(), 'trail-duckdb-'));
let db: DuckDb;

before(async () => {
  db = await DuckDb.open();
});

after(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function line(event: Event): string {
  return `${JSON.stringify(event)}\n`;
}

/** A log as a delivery has it: in several objects. */
function deliver(name: string, text: string): string {
  const place = join(folder, name, 'AliyunLogs/Actiontrail/cn-hangzhou/2026/03/01');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'Actiontrail_cn-hangzhou_20260301000000_1002_460_1_a.gz'), gzipSync(text));
  return join(folder, name);
}

const run = async (place: string, filter: Filter): Promise<readonly string[]> => {
  const { text } = queryOf(filter, 'duckdb');
  const sql = text.replace(`'AliyunLogs/`, `'${place}/AliyunLogs/`);
  assert.notEqual(sql, text);
  return (await db.rows(sql)).map(({ event }) => String(event));
};

for (const [name, text] of Object.entries(LOGS))
  describe(`DuckDB finds the same events as the filter: ${name}`, () => {
    const place = deliver(name, text);
    const trail = Trail.of(new StringSource(text));
    for (const written of FILTERS)
      test(written, async () => {
        const filter = Filter.parse(written);
        assert.deepEqual(filter.problems, []);
        assert.deepEqual(
          queryOf(filter, 'duckdb').notes.filter(({ code }) => code === 'left-out'),
          [],
        );
        const matches = filter.matcher(trail);
        const wanted = Array.from({ length: trail.rows.size }, (_, row) => row)
          .filter(matches)
          .map((row) => trail.recordText(row));
        assert.deepEqual((await run(place, filter)).toSorted(), wanted.toSorted());
      });

    test('the filters tell events apart', () => {
      assert.equal(trail.events, 460);
      const counts = FILTERS.map((written) => Filter.parse(written).matcher(trail)).map(
        (matches) => Array.from({ length: trail.rows.size }, (_, row) => row).filter(matches).length,
      );
      assert.ok(counts.filter((count) => count > 0 && count < 460).length >= 40, counts.join());
    });
  });

test('values stay values', async () => {
  const value = "'; DROP TABLE x; -- %_\\ \" \u202e \u0000 url_decode('%41')";
  const event = { ...(events(1)[0] as Event), userAgent: value };
  const place = deliver('hostile', line(event) + line(events(1, 1)[0] as Event));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: value.length - 1 }),
      fc.integer({ min: 1, max: value.length }),
      async (from, length) => {
        const part = value.slice(from, from + length);
        const trail = Trail.of(new StringSource(line(event)));
        for (const term of [writeTerm('agent', value), writeTerm('agent', part), `agent:*${part.replace(/./gsu, '\\$&')}*`]) {
          const filter = Filter.parse(term);
          assert.deepEqual(filter.problems, []);
          assert.equal((await run(place, filter)).includes(JSON.stringify(event)), filter.matcher(trail)(0), term);
        }
      },
    ),
    { numRuns: 100 },
  );
});
