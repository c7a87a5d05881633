import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { FAILURES, NO_FAILURES } from '../knowledge/errorTexts';
import { fc, runs } from '../property';
import { NO_FAILURE } from '../../../src/knowledge/placeholders';
import { main } from '../../../src/cli/main';
import { Filter } from '../../../src/filter/filter';
import { writeTerm } from '../../../src/filter/write';
import { shellWord } from '../../../src/share/shell';
import { queryOf, type Target, TARGETS } from '../../../src/share/query/query';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const query = (text: string, target: Target): string => {
  const filter = Filter.parse(text);
  assert.deepEqual(filter.problems, [], text);
  return queryOf(filter, target).text;
};

const leftOut = (text: string, target: Target): string[] =>
  queryOf(Filter.parse(text), target).notes.flatMap(({ code, start, end }) =>
    code === 'left-out' ? [text.slice(start, end)] : [],
  );

const hasJq = spawnSync('jq', ['--version']).status === 0;

const EXAMPLE = 'name:Delete* error:* account:1187* time>2020-12-01T12:00Z "free text" -region:cn-shanghai';

describe('a filter as a query', () => {
  test('for Log Service', () => {
    const none = (column: string): string => `regexp_like(lower(coalesce(${column}, '')), '${NO_FAILURE.replaceAll("'", "''")}')`;
    assert.equal(
      query(EXAMPLE, 'sls'),
      `"free text" and (event.errorCode: * or event.errorMessage: *)
| SELECT *
FROM log
WHERE lower(coalesce("event.eventName", '')) LIKE 'delete%' ESCAPE '\\'
  AND CASE WHEN ${none('"event.errorCode"')} THEN CASE WHEN ${none('"event.errorMessage"')} THEN '' ELSE lower(coalesce("event.errorMessage", '')) END ELSE lower(coalesce("event.errorCode", '')) END <> ''
  AND lower(coalesce(CASE WHEN "event.userIdentity.accountId" = '' THEN NULL ELSE "event.userIdentity.accountId" END, "event.recipientAccountId", '')) LIKE '1187%' ESCAPE '\\'
  AND substr(coalesce("event.eventTime", ''), 1, 19) > '2020-12-01T12:00:00'
  AND NOT (lower(coalesce("event.acsRegion", '')) = 'cn-shanghai')
ORDER BY "event.eventTime"
LIMIT 1000
`,
    );
    assert.match(query('', 'sls'), /^\*\n\| SELECT \*\nFROM log\nORDER BY/);
    assert.match(
      query('name:(A | B) region:cn-hangzhou', 'sls'),
      /^\(event\.eventName: "A" or event\.eventName: "B"\) and event\.acsRegion: "cn-hangzhou"\n/,
    );
    assert.match(query('-(a | b*) name:A', 'sls'), /^\(not \("a" or b\*\)\) and event\.eventName: "A"\n/);
  });

  test('for MaxCompute', () => {
    const none = (member: string): string => `lower(coalesce(${member}, '')) RLIKE '${NO_FAILURE.replace(/[\\'"]/g, '\\$&')}'`;
    assert.equal(
      query('name:Delete* (error:Forbidden | user:"") -time:2020-12-01T00:00Z..2020-12-02T00:00Z "free text"', 'maxcompute'),
      `SELECT event
FROM (
  SELECT event,
    coalesce(get_json_object(event, '$.eventName'), get_json_object(event, '$.EventName')) AS eventName,
    coalesce(get_json_object(event, '$.errorCode'), get_json_object(event, '$.ErrorCode')) AS errorCode,
    coalesce(get_json_object(event, '$.errorMessage'), get_json_object(event, '$.ErrorMessage')) AS errorMessage,
    coalesce(get_json_object(event, '$.userIdentity.userName'), get_json_object(event, '$.userIdentity.UserName'), get_json_object(event, '$.UserIdentity.userName'), get_json_object(event, '$.UserIdentity.UserName')) AS userIdentity_userName,
    coalesce(get_json_object(event, '$.userIdentity.principalId'), get_json_object(event, '$.userIdentity.PrincipalId'), get_json_object(event, '$.UserIdentity.principalId'), get_json_object(event, '$.UserIdentity.PrincipalId')) AS userIdentity_principalId,
    coalesce(get_json_object(event, '$.eventTime'), get_json_object(event, '$.EventTime')) AS eventTime
  FROM actiontrail_events
) events
WHERE (lower(coalesce(eventName, '')) LIKE 'delete%' AND (CASE WHEN ${none('errorCode')} THEN CASE WHEN ${none('errorMessage')} THEN '' ELSE lower(coalesce(errorMessage, '')) END ELSE lower(coalesce(errorCode, '')) END = 'forbidden' OR lower(coalesce(CASE WHEN userIdentity_userName = '' THEN NULL ELSE userIdentity_userName END, userIdentity_principalId, '')) = '') AND NOT ((substr(coalesce(eventTime, ''), 1, 19) >= '2020-12-01T00:00:00' AND substr(coalesce(eventTime, ''), 1, 19) < '2020-12-02T00:01:00')) AND lower(event) LIKE '%free text%')
ORDER BY eventTime
LIMIT 1000;
`,
    );
  });

  test('for DuckDB', () => {
    const text = query('name:Delete* account:1187*', 'duckdb');
    assert.ok(text.startsWith('SELECT event\nFROM (\n  SELECT json AS event,\n'));
    assert.ok(
      text.includes(
        `coalesce(json_extract_string(json, '$.eventName'), json_extract_string(json, '$.EventName')) AS "eventName"`,
      ),
    );
    assert.ok(text.includes(`\n  FROM read_json_objects('AliyunLogs/**/*.gz', maximum_object_size = 268435456)\n`));
    assert.deepEqual(leftOut('kind:write hour:9 weekday:sun resource:a first:user', 'duckdb'), ['kind:write', 'first:user']);
  });

  test('for the search of Log Service alone', () => {
    assert.equal(
      query('name:(A | B) service:foasconsole -user:x (rw:Read | rw:Write) agent:x', 'sls-search').replace(
        / or event\.serviceName: "[\w-]+"/g,
        '',
      ),
      '(event.eventName: "A" or event.eventName: "B") and (event.serviceName: "foasconsole-inner") and (event.eventRW: "Read" or event.eventRW: "Write")\n',
    );
    assert.deepEqual(leftOut('name:A -user:x agent:x', 'sls-search'), ['-user:x', 'agent:x']);
    assert.equal(query('-(name:A) | rw:Read', 'sls-search'), '*\n');
    assert.equal(
      query('account:1187 error:*', 'sls-search'),
      '(event.userIdentity.accountId: "1187" or event.recipientAccountId: "1187") and (event.errorCode: * or event.errorMessage: *)\n',
    );
  });

  test('a product code stands for the names of its service', () => {
    for (const target of ['sls', 'maxcompute', 'duckdb'] as const) {
      assert.match(
        query('service:foasconsole', target),
        /\(lower\(.*serviceName.*\) = 'foasconsole' OR lower\(.*IN \(.*'realtimecompute'/,
      );
      assert.match(query('service:RealtimeCompute', target), /WHERE lower\(.*serviceName.*\) = 'realtimecompute'\n/);
    }
  });

  test('for the command line', () => {
    assert.equal(
      query('name:DeleteUser region:cn-beijing rw:Write error:* time>=2020-12-01Z time<2020-12-02T00:00:00.5Z', 'cli'),
      `aliyun actiontrail LookupEvents \\
  --region cn-beijing \\
  --StartTime 2020-12-01T00:00:00Z \\
  --EndTime 2020-12-02T00:00:01Z \\
  --LookupAttribute.1.Key EventName --LookupAttribute.1.Value DeleteUser \\
  --LookupAttribute.2.Key EventRW --LookupAttribute.2.Value Write \\
  --MaxResults 50 \\
| jq '.Events[] | select((((.eventName // "") | tostring | ascii_downcase == "deleteuser") and ((.acsRegion // "") | tostring | ascii_downcase == "cn-beijing") and ((.eventRW // "") | tostring | ascii_downcase == "write") and (([.errorCode, .errorMessage | . // "" | tostring | ascii_downcase | select(test(${JSON.stringify(NO_FAILURE).replaceAll("'", "'\\''")}) | not)][0] // "") != "") and (((.eventTime // "")[0:19]) >= "2020-12-01T00:00:00") and (((.eventTime // "")[0:19]) != "" and ((.eventTime // "")[0:19]) < "2020-12-02T00:00:00")))'
`,
    );
    assert.match(query('', 'cli'), /\n\| jq '\.Events\[\]'\n$/);
  });

  test('networks are asked for as each place can', () => {
    assert.match(
      query('address:10.0.0.0/8', 'sls'),
      /\nWHERE coalesce\(try\(is_subnet_of\('10\.0\.0\.0\/8', "event\.sourceIpAddress"\)\), false\)\n/,
    );
    const address = 'sourceIpAddress';
    const byte = (part: number): string => `CAST(split_part(${address}, '.', ${part}) AS BIGINT)`;
    assert.ok(
      query('-address:192.168.1.0/24', 'maxcompute').includes(
        `WHERE NOT (CASE WHEN coalesce(${address}, '') RLIKE '^[0-9]{1,3}([.][0-9]{1,3}){3}$' THEN ${byte(1)} * 16777216 + ${byte(2)} * 65536 + ${byte(3)} * 256 + ${byte(4)} BETWEEN 3232235776 AND 3232236031 ELSE FALSE END)`,
      ),
    );
    const cli = query('address:(10.0.0.0/8 | 203.0.113.7)', 'cli');
    assert.ok(cli.includes('| . >= 167772160 and . <= 184549375))'));
    assert.ok(!query('address:10.0.0.0/8', 'cli').includes('LookupAttribute'));
    for (const target of ['sls', 'maxcompute', 'cli'] as const)
      assert.deepEqual(leftOut('address:2001:db8::/32', target), ['address:2001:db8::/32']);
  });

  test('the look-up gets both times or none', () => {
    assert.match(
      query('time>=2020-12-01Z', 'cli'),
      /--StartTime 2020-12-01T00:00:00Z \\\n {2}--EndTime "\$\(date -u \+%Y-%m-%dT%H:%M:%SZ\)" \\\n/,
    );
    assert.match(query('time<2020-12-01Z', 'cli'), /--StartTime 2020-09-02T00:00:00Z \\\n {2}--EndTime 2020-12-01T00:00:00Z/);
    assert.doesNotMatch(query('name:A', 'cli'), /Time/);
  });

  test('a search of Log Service stays within its bounds', () => {
    const names = Array.from({ length: 31 }, (_, index) => `A${index}`).join(' | ');
    assert.match(query(`name:(${names})`, 'sls'), /^\*\n/);
    assert.match(query(`word name:(${names})`, 'sls'), /^"word"\n/);
  });

  test('what cannot be said is told, and makes the query find more, never less', () => {
    assert.deepEqual(leftOut('kind:write name:A first:user', 'sls'), ['kind:write', 'first:user']);
    assert.deepEqual(leftOut('hour:9 weekday:sun', 'maxcompute'), ['hour:9', 'weekday:sun']);
    assert.deepEqual(leftOut('hour:9 weekday:sun sensitivity:high', 'cli'), ['sensitivity:high']);
    const where = (text: string): string => query(text, 'maxcompute').replace(/lower\(coalesce\((\w+), ''\)\)/g, '$1');
    assert.ok(!where('kind:write | name:A').includes('WHERE'));
    assert.ok(!where('-kind:write').includes('WHERE'));
    assert.ok(where('-(kind:write | name:A)').includes("WHERE NOT (eventName = 'a')"));
    assert.ok(!where('-(kind:write name:A)').includes('WHERE'));
    assert.ok(where('-(-kind:write | name:A) rw:Read').includes("WHERE (NOT (eventName = 'a') AND eventRW = 'read')"));
  });
});

test('an event failed for jq where it failed for the filter', { skip: !hasJq }, () => {
  const errors = [undefined, null, 0, 200, 404, false, [], {}, ...NO_FAILURES, ...FAILURES];
  const events = errors.flatMap((error) => [
    { errorCode: error },
    { errorCode: 'null', errorMessage: error },
    { errorMessage: error },
  ]);
  const log = events.map((event, number) => ({ eventId: String(number), eventName: 'A', acsRegion: 'cn-hangzhou', ...event }));
  for (const filter of ['error:*', 'error:""', 'error:n*', 'error:404', 'message:*', 'message:""', '-error:* message:*']) {
    const text = query(filter, 'cli');
    const program = `${text.slice(text.indexOf("| jq '") + 6, -2).replaceAll("'\\''", "'")} | .eventId`;
    const found = execFileSync('jq', ['-r', program], { input: JSON.stringify({ Events: log }), encoding: 'utf8' });
    const trail = Trail.of(new StringSource(log.map((one) => JSON.stringify(one)).join('\n')));
    const holds = Filter.parse(filter).matcher(trail);
    const kept = log.filter((_, row) => holds(row)).map(({ eventId }) => eventId);
    assert.deepEqual(found.split('\n').slice(0, -1), kept, filter);
  }
});

/** What a text of SQL stands for, and where it ends: a literal, or one that is decoded from a URL. */
function readLiteral(sql: string, at: number, hasBackslashes: boolean): { text: string; end: number } {
  const encoded = /^url_decode\('([\w.%-]*)'\)/.exec(sql.slice(at));
  if (encoded !== null) return { text: decodeURIComponent(encoded[1] as string), end: at + encoded[0].length };
  assert.equal(sql.charAt(at), "'");
  let text = '';
  for (let next = at + 1; next < sql.length; next++) {
    const unit = sql.charAt(next);
    if (hasBackslashes && unit === '\\') text += sql.charAt(++next);
    else if (unit !== "'") text += unit;
    else if (!hasBackslashes && sql.charAt(next + 1) === "'") text += sql.charAt(next++);
    else return { text, end: next + 1 };
  }
  throw new Error(`not closed: ${sql.slice(at)}`);
}

/** What a terminal acts on, and what hides or reorders text. */
const HOSTILE_UNITS = [
  ...Array.from('\0\u0003\t\n\r\u001b\u007f\u0085\u00ad\u200b\u200f\u2028\u202e\u2066\ufeff\u{e0041}\ue000\u3164'),
  '\ud800',
] as const;
const SEEN = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u3164]*$/u;

describe('hostile values stay values', () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.string({ minLength: 1, unit: fc.constantFrom(...HOSTILE_UNITS) }),
    fc
      .array(fc.constantFrom("'", '"', '\\', ';', '|', '`', '$(x)', '%', '_', '--', '*', '?', '\\(.x)', 'a', ...HOSTILE_UNITS), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  );

  test('nothing that cannot be seen stands raw in a query', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('name', 'text', 'agent', 'error', 'resource', 'address', 'region'), (value, field) => {
        for (const term of [writeTerm(field, value), `${writeTerm(field, value)}*`])
          for (const target of TARGETS) assert.match(queryOf(Filter.parse(term), target).text.replaceAll('\n', ''), SEEN);
      }),
      { numRuns: runs(2_000) },
    );
    assert.match(query('name:"x\u0003\ntouch PWNED\n"', 'sls'), /= url_decode\('x%03%0Atouch%20pwned%0A'\)\n/);
    assert.match(query('source:x\u202e*', 'maxcompute'), / LIKE url_decode\('x%E2%80%AE%25'\)\n/);
    assert.match(query('name:"x\u0003\ntouch PWNED\n"', 'cli'), / --LookupAttribute\.1\.Value \$'x\\x03\\x0atouch PWNED\\x0a' /);
  });

  for (const target of ['sls', 'maxcompute'] as const)
    test(`in SQL for ${target}`, () => {
      fc.assert(
        fc.property(hostile, (value) => {
          // A value beside another field: it must be read back as it is, and the rest of the query must follow.
          const sql = query(`${writeTerm('source', value)} rw:Read`, target);
          const column = target === 'sls' ? `lower(coalesce("event.eventSource", '')) = ` : `lower(coalesce(eventSource, '')) = `;
          const at = sql.indexOf(column) + column.length;
          const { text, end } = readLiteral(sql, at, target === 'maxcompute');
          assert.equal(text, value.toLowerCase().replace(/\p{Cs}/gu, '\ufffd'));
          assert.match(sql.slice(end), /^\s+AND lower\(coalesce\(/);
        }),
        { numRuns: runs(2_000) },
      );
    });

  test('in the search of Log Service only words are written', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const [search = ''] = query(`${writeTerm('name', value)} ${writeTerm('text', value)}`, 'sls').split('\n| SELECT');
        assert.match(
          search,
          /^(?:\*|(?:event\.eventName: )?"[\p{L}\p{N}_ .-]+"(?: and event\.eventName: "[\p{L}\p{N}_ .-]+")?)$/u,
        );
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('in a shell and in jq', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        assert.match(shellWord(value), /^(?:'(?:[^']|'\\'')*'|\$'(?:[^'\\]|\\.)*'|[\w.:/@%+,=-]+)$/su);
        const text = query(`${writeTerm('source', value)} rw:Read`, 'cli');
        const program = text.slice(text.indexOf("| jq '") + 6, -2).replaceAll("'\\''", "'");
        const at = program.indexOf('ascii_downcase == ') + 'ascii_downcase == '.length;
        const end = program.indexOf(') and ((.eventRW', at);
        assert.equal(
          JSON.parse(program.slice(at, end)),
          value.replace(/[A-Z]/g, (unit) => unit.toLowerCase()),
        );
      }),
      { numRuns: runs(2_000) },
    );
  });
});

test('inspect --query prints the query, and what differs beside it', async () => {
  const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    let out = '';
    let err = '';
    const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text) });
    return { code, out, err };
  };
  const good = await run('--query', 'sls', 'name:A kind:write');
  assert.equal(good.code, 0);
  assert.equal(good.out, query('name:A kind:write', 'sls'));
  assert.match(good.err, /^Cannot be said there and is left out, so that more events are found: kind:write\n/);
  assert.deepEqual((await run('--query=cli', 'name:A')).out, query('name:A', 'cli'));
  for (const args of [
    ['--query'],
    ['--query', 'excel', 'a'],
    ['--query', 'sls'],
    ['--query', 'sls', 'a', 'b'],
    ['--query', 'sls', 'foo:1'],
  ]) {
    const { code, out, err } = await run(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, /^(?:Usage|--query: column 1: There is no field "foo")/);
  }
});
