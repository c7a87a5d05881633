import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mappingLines, readMapping } from '../../../../src/share/redact/mapping';
import { REDACT_KINDS, type RedactKind } from '../../../../src/share/redact/kinds';
import { piecesOf } from '../../../../src/share/redact/pieces';
import { redact, type Redacted, reverse } from '../../../../src/share/redact/redact';
import { Column } from '../../../../src/trail/scan/row';
import { StringSource } from '../../../../src/trail/source';
import { finish } from '../../../../src/trail/steps';
import { Trail } from '../../../../src/trail/trail';
import { event, SHAPES } from '../../trail/logs';
import { redacted } from './done';

function taken(text: string, done: Redacted): string {
  const mapping = readMapping([...mappingLines(done.mapping)].join(''));
  assert.ok(mapping !== undefined);
  return finish(reverse(piecesOf(Trail.of(new StringSource(text))), mapping)).join('');
}

/** The sizes of the groups by some columns, in order: what two logs have in common that differ in names only. */
function shapeOf(text: string, ...columns: readonly Column[]): readonly number[] {
  const trail = Trail.of(new StringSource(text));
  const counts = new Map<string, number>();
  for (let row = 0; row < trail.rows.size; row++) {
    if (!trail.isEvent(row)) continue;
    const key = columns.map((column) => trail.rows.code(row, column)).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

const COLUMNS = Array.from({ length: Column.Count }, (_, column) => column as Column);

function sameGroups(before: string, after: string): void {
  for (const column of COLUMNS) assert.deepEqual(shapeOf(after, column), shapeOf(before, column), `column ${column}`);
  assert.deepEqual(shapeOf(after, ...COLUMNS), shapeOf(before, ...COLUMNS));
}

for (const [name, log] of Object.entries(SHAPES))
  test(`a log as ${name} keeps its length and groups, and comes back`, () => {
    const text = log(12);
    const done = redacted(text);
    assert.equal(done.text.length, text.length);
    assert.notEqual(done.text, text);
    sameGroups(text, done.text);
    assert.equal(taken(done.text, done), text);
  });

const SAMPLES = join(process.cwd(), 'samples');
for (const name of existsSync(SAMPLES) ? readdirSync(SAMPLES) : [])
  test(`the sample ${name} keeps its groups, and comes back`, () => {
    const text = readFileSync(join(SAMPLES, name), 'utf8');
    const done = redacted(text);
    sameGroups(text, done.text);
    assert.equal(taken(done.text, done), text);
    assert.doesNotMatch(done.text, /110000000000\d{4}|198\.51\.100\.\d/);
  });

test('a value has one stand-in wherever it stands', () => {
  const account = '1234567890123456';
  const inner = JSON.stringify({
    Account: account,
    Arn: `acs:ram::${account}:role/deploy-robot`,
    Deep: JSON.stringify({ u: [account] }),
  });
  const one = event(1, {
    recipientAccountId: account,
    requestParameters: {
      Policy: inner,
      [`arn-${account}`]: 1,
      Encoded: Buffer.from(`{"owner":"${account}"}`).toString('base64'),
      Url: `https://signin.aliyun.com/${encodeURIComponent(`acs:ram::${account}:user/x`)}?next=${encodeURIComponent(inner)}`,
      Number: 1234567890123456,
    },
  });
  const text = JSON.stringify(one, null, 2);
  const done = redacted(text, ['accounts']);
  const standIn = done.mapping.pairs.find(({ value }) => value === account)?.standIn ?? '';
  assert.match(standIn, /^[1-9]\d{15}$/);
  const back = JSON.parse(done.text) as {
    readonly requestParameters: Readonly<Record<string, string>>;
    readonly recipientAccountId: string;
  };
  assert.equal(back.recipientAccountId, standIn);
  const { requestParameters: parameters } = back;
  assert.deepEqual(JSON.parse(parameters['Policy'] ?? ''), {
    Account: standIn,
    Arn: `acs:ram::${standIn}:role/deploy-robot`,
    Deep: JSON.stringify({ u: [standIn] }),
  });
  assert.equal(parameters[`arn-${standIn}`], 1);
  assert.equal(Buffer.from(parameters['Encoded'] ?? '', 'base64').toString(), `{"owner":"${standIn}"}`);
  assert.ok(decodeURIComponent(parameters['Url'] ?? '').includes(`acs:ram::${standIn}:user/x`));
  assert.ok(done.text.includes(`"Number": ${standIn}`));
  assert.equal(taken(done.text, done), text);
});

test('the form of a value stays', () => {
  const form = (value: unknown, kind: RedactKind, key = 'Value'): string => {
    const text = JSON.stringify({ ...event(1, { requestParameters: { [key]: value } }), userIdentity: {} });
    const done = redacted(text, [kind]);
    return (
      (JSON.parse(done.text) as { readonly requestParameters: Readonly<Record<string, string>> }).requestParameters[key] ?? ''
    );
  };
  const changed: readonly (readonly [string, RedactKind, RegExp, string?])[] = [
    ['LTAI5tFAKEfake0000000000', 'accessKeys', /^LTAI\d[a-z][A-Z]{4}[a-z]{4}\d{10}$/],
    ['STS.FAKEfakeFAKEfake0000', 'accessKeys', /^STS\.[A-Z]{4}[a-z]{4}[A-Z]{4}[a-z]{4}\d{4}$/],
    ['acs:ram::1234567890123456:role/deploy', 'accounts', /^acs:ram::[1-9]\d{15}:role\/deploy$/],
    ['203.0.113.77', 'addresses', /^\d{3}\.\d\.\d{3}\.\d{2}$/],
    ['192.168.14.77', 'addresses', /^192\.168\.\d{2}\.\d{2}$/],
    ['2001:db8::8a2e:370:7334', 'addresses', /^[\da-f]{4}:[\da-f]{3}::[\da-f]{4}:[\da-f]{3}:[\da-f]{4}$/],
    ['i-bp1fake00000000000', 'resources', /^i-[a-z]{2}\d[a-z]{4}\d{11}$/],
    ['someone@mail.example.com', 'emails', /^[a-z]{7}@[a-z]{4}\.[a-z]{7}\.com$/],
    ['13800138000', 'phones', /^1\d{10}$/],
    ['张三丰', 'users', /^[\u4e00-\u9fff]{3}$/, 'UserName'],
    ['shop.example-corp.com.cn', 'domains', /^[a-z]{4}\.[a-z]{7}-[a-z]{4}\.com\.cn$/],
    ['S3cret!pass', 'secrets', /^[A-Z]\d[a-z]{4}![a-z]{4}$/, 'LoginPassword'],
    ['1234xxxxxxxx5678', 'accounts', /^\d{4}xxxxxxxx\d{4}$/, 'AccountId'],
    ['bob', 'users', /^[a-z]{3}$/, 'UserName'],
    ['acme-secret.internal', 'domains', /^[a-z]{4}-[a-z]{6}\.internal$/],
  ];
  for (const [value, kind, expected, key] of changed) {
    const standIn = form(value, kind, key);
    assert.match(standIn, expected, value);
    assert.notEqual(standIn, value);
  }
  const kept: readonly (readonly [string, string])[] = [
    ['ecs-cn-hangzhou.aliyuncs.com', 'AcsHost'],
    ['AliyunECSDefaultRole', 'RoleName'],
    ['root', 'UserName'],
    ['0.0.0.0/0', 'CidrBlock'],
    ['Mozilla/5.0 Chrome/133.0.0.0', 'Agent'],
    ['2026-03-01T02:00:00Z', 'StartTime'],
    ['cn-hangzhou', 'RegionId'],
  ];
  for (const [value, key] of kept) for (const kind of REDACT_KINDS) assert.equal(form(value, kind, key), value, kind);
});

test('numbers keep their digits and are still numbers', () => {
  const text =
    '{"eventName":"A","userIdentity":{"accountId":"1234567890123456"},"requestParameters":{"Bid":1187000000004544000,"Uid":1234567890123456,"n":1.50e3}}';
  const done = redacted(text);
  assert.match(done.text, /"Bid":[1-9]\d{18},"Uid":[1-9]\d{15},"n":1\.50e3\}\}$/);
  assert.equal(taken(done.text, done), text);
});

test('names that words of every log are part of change only where they stand alone', () => {
  const text = JSON.stringify({
    ...event(1),
    userIdentity: { type: 'ram-user', userName: 'user' },
    requestParameters: { UserName: 'region', Name: 'ecs' },
  });
  const done = redacted(text);
  const back = JSON.parse(done.text) as ReturnType<typeof event>;
  const identity = back['userIdentity'] as Readonly<Record<string, string>>;
  assert.equal(identity['type'], 'ram-user');
  assert.notEqual(identity['userName'], 'user');
  assert.equal(back['acsRegion'], 'cn-hangzhou');
  assert.equal(taken(done.text, done), text);
});

test('texts of the user are replaced, with * for any part of a word', () => {
  const text = JSON.stringify(
    event(1, { requestParameters: { Note: 'Project BlueBird of acme-prod-7 and ACME-test', Other: 'blue bird' } }),
  );
  const done = redacted(text, ['patterns'], ['project bluebird', 'acme-*', '*', '(a+)+$']);
  assert.doesNotMatch(done.text, /bluebird|acme/i);
  assert.match(done.text, /blue bird/);
  assert.equal(taken(done.text, done), text);
});

test('what was not chosen stays', () => {
  const text = SHAPES['pretty array']?.(3) ?? '';
  const done = redacted(text, ['addresses']);
  assert.doesNotMatch(done.text, /192\.0\.2\./);
  assert.match(done.text, /110000000000000/);
  assert.equal(redacted(text, []).text, text);
});

test('the sweep tells what still looks like a secret', () => {
  const text = JSON.stringify(
    event(1, { requestParameters: { Note: 'LTAI5tFAKEfake0000000000', Blob: 'wJa1rXUtnF3MI7K9dENGbPxRfiCYz8Q2' } }),
  );
  const leaks = redacted(text, ['accounts']).leaks.map(({ kind, value }) => [kind, value]);
  assert.deepEqual(leaks, [
    ['accessKeys', 'LTAI5tFAKEfake0000000000'],
    ['random', 'wJa1rXUtnF3MI7K9dENGbPxRfiCYz8Q2'],
  ]);
  assert.deepEqual(
    redacted(text).leaks.map(({ kind }) => kind),
    ['random'],
  );
});

test('the sweep takes no stand-in for a secret, nor a part of one', () => {
  for (let number = 0; number < 20; number++) {
    const text = JSON.stringify(
      event(number, {
        userIdentity: { type: 'assumed-role', accountId: '1100000000000011', accessKeyId: 'STS.NUfake0000Fake1111Fake2222' },
        requestParameters: { MobilePhone: `https://h.example/?x=1380013800${number % 10}` },
      }),
    );
    assert.deepEqual(redacted(text).leaks, []);
  }
});

test('the same key gives the same stand-ins, another key others; an earlier mapping is used again', () => {
  const text = SHAPES['lines']?.(5) ?? '';
  const pieces = piecesOf(Trail.of(new StringSource(text)));
  const run = (key: string, earlier?: Redacted['mapping']): string =>
    finish(
      redact(pieces, { kinds: REDACT_KINDS, key: new TextEncoder().encode(key), ...(earlier ? { earlier } : {}) }),
    ).texts.join('');
  assert.equal(run('one'), run('one'));
  assert.notEqual(run('one'), run('two'));
  const { mapping } = finish(redact(pieces, { kinds: REDACT_KINDS, key: new TextEncoder().encode('one') }));
  assert.equal(run('two', mapping), run('one'));
});

test('hostile logs are redacted in time', () => {
  const long = 'a'.repeat(300);
  const texts = [
    `${JSON.stringify(event(1, { userIdentity: { accountId: '1'.repeat(16), userName: long } }))}\n${JSON.stringify(event(2, { note: `${'a'.repeat(299)}b`.repeat(300) }))}`,
    JSON.stringify(event(1, { note: '\\'.repeat(200_000) })),
    JSON.stringify(event(1, { note: '%25'.repeat(100_000) })),
    JSON.stringify(event(1, { note: 'a.'.repeat(100_000) })),
    JSON.stringify(event(1, { note: '1.1.1.'.repeat(50_000) })),
    JSON.stringify(event(1, { note: ':'.repeat(100_000) })),
    JSON.stringify(event(1, { note: `${'x@'.repeat(50_000)}y` })),
    JSON.stringify(event(1, { note: 'password='.repeat(20_000) })),
    '"'.repeat(200_000),
    '{"'.repeat(100_000),
  ];
  for (const text of texts) assert.equal(redacted(text).text.length, text.length, text.slice(0, 30));
});

test('no mapping is read from what is none', () => {
  for (const text of [
    '',
    '{}',
    '[]',
    'null',
    '{"format":"trail-redaction","version":2,"values":[]}',
    '{"format":"trail-redaction","version":1,"values":[{"kind":"users","value":"ab","standIn":"a"}]}',
  ])
    assert.equal(readMapping(text), undefined, text);
});

test('addresses of IPv6 come back with their capitals, whichever stand for them', () => {
  const addresses = [
    '2001:DB8::8A2E:370:7334',
    '2001:db8::8a2e:370:7334',
    '2001:Db8:A0b0:C:d:E:f:1',
    'FD00::ABCD:1',
    'fe80::1:A',
  ];
  for (const key of [1, 2, 3, 4, 5]) {
    const text = addresses.map((address, number) => JSON.stringify(event(number, { sourceIpAddress: address }))).join('\n');
    const done = finish(redact(piecesOf(Trail.of(new StringSource(text))), { kinds: REDACT_KINDS, key: new Uint8Array([key]) }));
    assert.notEqual(done.texts.join(''), text);
    assert.equal(taken(done.texts.join(''), done), text);
  }
});

test('a value that reaches beyond another one is replaced to its end, whichever is seen first', () => {
  const done = redacted(
    JSON.stringify(
      event(1, {
        userIdentity: { type: 'ram-user', userName: 'abcdefgh' },
        requestParameters: { Password: 'efghIJKL99', Token: 'x%41efghIJ', Note: 'abcdefghIJKL99 / %61bcdefgh / x%41efghIJ' },
      }),
    ),
  );
  const note = (JSON.parse(done.text) as { readonly requestParameters: { readonly Note: string } }).requestParameters.Note;
  assert.doesNotMatch(decodeURIComponent(note), /abcd|efgh|IJKL|L99/i);
});
