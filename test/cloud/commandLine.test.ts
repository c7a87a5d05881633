import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { cloudMessage } from '../../src/words/cloudMessages';
import { plain } from '../../src/words/messages';
import { run } from '../unit/commandLine';
import { KEY, KEYS, spread } from './harness';
import { events } from './logs';
import { LogStoreStandIn } from './standIn/logService';
import { logError, rpcError } from './standIn/request';
import { StandIn, TEMPORARY } from './standIn/server';

const NOW = Math.floor(Date.now() / 1_000) * 1_000;
const EVENTS = spread(events(140), NOW - 60_000, 300_000);
const iso = (ms: number): string => new Date(ms).toISOString();
const FROM = iso(NOW - 2 * 86_400_000);

interface Report {
  readonly file: string;
  readonly shape: string;
  readonly events: number;
  readonly hidden?: number;
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

let store: LogStoreStandIn;
let standIn: StandIn;
let home: string;
const usual = { ...process.env };

before(async () => {
  store = await LogStoreStandIn.open(EVENTS);
  const old = { secret: KEY.secret, token: 'old-token', isExpired: true };
  standIn = await StandIn.start({ keys: { ...KEYS, [TEMPORARY.id]: TEMPORARY, 'STS.old': old }, store, events: () => EVENTS });
});

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trail-cloud-'));
  for (const name of Object.keys(process.env)) if (/^(?:ALI|ACCESS_KEY)/.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { HOME: home, USERPROFILE: home });
});

afterEach(() => {
  standIn.hook = () => undefined;
  standIn.got.length = 0;
  rmSync(home, { recursive: true, force: true });
});

after(async () => {
  Object.assign(process.env, usual);
  await standIn.stop();
  store.close();
});

const withKey = (): void => {
  Object.assign(process.env, { ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret });
};
const profiles = (current: string, ...list: readonly Readonly<Record<string, unknown>>[]): void => {
  mkdirSync(join(home, '.aliyun'));
  // The CLI reads its own file; people leave commas in it.
  writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current, profiles: list }).replace(/\}$/, ',}'));
};
const cloud = (source: string, ...more: readonly string[]): ReturnType<typeof run> =>
  run('--cloud', source, '--region', 'cn-hangzhou', '--from', FROM, '--to', iso(NOW), '--endpoint', standIn.origin, ...more);
const reportOf = (out: string): Report => (JSON.parse(out) as readonly Report[])[0] as Report;

test('events of ActionTrail, as a report, and their answers as they came', async () => {
  withKey();
  const save = join(home, 'saved.json');
  const { code, out, err } = await cloud('actiontrail', '--save', save);
  assert.equal(code, 0);
  const report = reportOf(out);
  assert.deepEqual([report.file, report.shape, report.events], ['actiontrail', 'lookup-response', 140]);
  assert.match(err, /^140 events, back to \d{4}-/);
  const again = reportOf((await run(save)).out);
  assert.deepEqual([again.events, again.groups], [140, report.groups]);
  assert.match(readFileSync(save, 'utf8'), /^\{"EndTime":.*\}\n\{"EndTime":/);
});

test('events of a Logstore; the filter decides; a limit', async () => {
  withKey();
  const all = reportOf((await cloud('sls:example-project/actiontrail_example')).out);
  assert.deepEqual([all.shape, all.events], ['sls', 140]);
  const { out } = await cloud('sls:example-project/actiontrail_example', '--filter', 'name:Delete* error:*');
  const file = join(home, 'all.jsonl');
  writeFileSync(file, EVENTS.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const local = reportOf((await run('--filter', 'name:Delete* error:*', file)).out);
  assert.deepEqual([reportOf(out).events, reportOf(out).groups], [local.events, local.groups]);
  const part = await cloud('sls:example-project/actiontrail_example', '--limit', '30');
  assert.equal(reportOf(part.out).events, 30);
  assert.match(part.err, /^30 events, back to .*; more may be there \(--limit\)\n$/);
  const groups = await cloud('sls:example-project/actiontrail_example', '--count', 'EVENT,ACCOUNT', '--filter', 'rw:Write');
  assert.deepEqual(groups.code, 0);
  const written = reportOf((await run('--filter', 'rw:Write', file)).out).groups;
  assert.deepEqual(JSON.parse(groups.out), written);
  assert.match(groups.err, /70 events, counted by Simple Log Service\n$/);
});

describe('what went wrong is said in words, with what to do', () => {
  for (const [name, reply, said] of [
    ['401', logError(401, 'InvalidAccessKeyId', `${KEY.id} not found`), /AccessKey is not known/],
    ['403', logError(403, 'Unauthorized', 'denied by sts or ram'), /needs log:GetLogStoreLogs/],
    ['404', logError(404, 'LogStoreNotExist', 'logstore does not exist'), /no such Logstore/],
  ] as const)
    test(name, async () => {
      withKey();
      standIn.hook = () => reply;
      const { code, out, err } = await cloud('sls:example-project/none');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, said);
      assert.doesNotMatch(err, new RegExp(KEY.id));
      const l10n = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Readonly<Record<string, string>>;
      const chinese = cloudMessage(
        { kind: 'refused', action: 'GetLogsV2', host: 'x', refusal: { status: reply.status, ...codeOf(reply.json) } },
        (text, ...args) => plain(l10n[text] ?? assert.fail(text), ...args),
      );
      assert.match(chinese, /^[\p{Script=Han}\p{P}\sA-Za-z:{}]+。/u);
    });

  const codeOf = (json: unknown): { readonly code: string; readonly message: string } => {
    const { errorCode, errorMessage } = json as { readonly errorCode: string; readonly errorMessage: string };
    return { code: errorCode, message: errorMessage };
  };

  test('what came before an error is reported still', async () => {
    withKey();
    standIn.hook = (_, number) => (number === 2 ? rpcError(403, 'NoPermission', 'no more') : undefined);
    const { code, out, err } = await cloud('actiontrail');
    assert.deepEqual([code, reportOf(out).events], [2, 50]);
    assert.match(err, /needs actiontrail:LookupEvents/);
  });

  test('usage', async () => {
    withKey();
    for (const args of [
      ['--cloud'],
      ['--cloud', 'sls:x'],
      ['--cloud', 'sls:evil.example/x/y'],
      ['--cloud', 'oss'],
      ['--cloud', 'actiontrail', '--region', 'a.b'],
      ['--cloud', 'actiontrail', '--from', 'soon', '--region', 'r'],
      ['--cloud', 'actiontrail', '--limit', '0'],
      ['--cloud', 'actiontrail', '--what', 'x'],
      ['--cloud', 'actiontrail', '--filter', 'foo:1'],
      ['--cloud', 'actiontrail', '--endpoint', 'file:///x'],
      ['--cloud', 'sls:abc/def', '--count', 'hour', '--region', 'r'],
      ['--cloud', 'actiontrail', '--count', 'name', '--region', 'r'],
      ['--cloud', 'actiontrail'],
    ]) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /Usage: npm run -s inspect -- --cloud/);
    }
    assert.equal(standIn.got.length, 0);
  });

  test('a key does not go where others can read it, and nowhere else', async () => {
    withKey();
    const { code, err } = await run('--cloud', 'actiontrail', '--region', 'r', '--endpoint', 'http://logs.example');
    assert.deepEqual([code, err.includes('not be encrypted')], [2, true]);
    const other = createServer((_, response) => response.end('{}'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    let asked = 0;
    other.on('request', () => asked++);
    standIn.hook = () => ({
      status: 307,
      json: '',
      headers: { location: `http://127.0.0.1:${(other.address() as AddressInfo).port}/` },
    });
    const led = await cloud('actiontrail');
    assert.deepEqual([led.code, asked], [2, 0]);
    assert.match(led.err, /wants to lead to another address/);
    other.close();
  });
});

describe('profiles', () => {
  const ak = { name: 'own', mode: 'ak', access_key_id: KEY.id, access_key_secret: KEY.secret, region_id: 'cn-hangzhou' };
  const sts = { access_key_id: TEMPORARY.id, access_key_secret: TEMPORARY.secret, sts_token: TEMPORARY.token };
  const role = { ram_role_arn: 'acs:ram::1187000000004544:role/reader', ram_session_name: 'me' };
  const soon = Math.floor(NOW / 1_000) + 600;
  const one = (...more: readonly string[]): ReturnType<typeof run> => cloud('actiontrail', '--limit', '1', ...more);

  test('keys by every mode that is supported', async () => {
    const script = join(home, 'key.mjs');
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify({ mode: 'StsToken', ...sts }))})`);
    profiles(
      'own',
      ak,
      { name: 'sts', mode: 'StsToken', ...sts },
      { ...ak, name: 'role', mode: 'RamRoleArn', ...role },
      { name: 'chain', mode: 'ChainableRamRoleArn', source_profile: 'sts', ...role },
      { name: 'ecs', mode: 'EcsRamRole', ram_role_name: 'instance-role' },
      { name: 'ecs-any', mode: 'ecsramrole' },
      { name: 'sso', mode: 'CloudSSO', ...sts, sts_expiration: soon },
      { name: 'oauth', mode: 'OAuth', ...sts, sts_expiration: soon },
      { name: 'external', mode: 'External', process_command: `${process.execPath} ${script}` },
    );
    for (const name of ['own', 'sts', 'role', 'chain', 'ecs', 'ecs-any', 'sso', 'oauth', 'external']) {
      const { code, err } = await one('--profile', name);
      assert.deepEqual([code, err.includes('1 events')], [0, true], `${name}: ${err}`);
      const used = standIn.of('LookupEvents').at(-1)?.headers.authorization ?? '';
      assert.ok(used.includes(name === 'own' ? KEY.id : TEMPORARY.id), name);
    }
    assert.equal((await one()).code, 0, 'the current profile');
    process.env['ALIBABA_CLOUD_PROFILE'] = 'sts';
    await one();
    assert.ok(standIn.of('LookupEvents').at(-1)?.headers.authorization?.includes(TEMPORARY.id));
    withKey();
    await one();
    assert.ok(standIn.of('LookupEvents').at(-1)?.headers.authorization?.includes(KEY.id), 'the environment comes first');
  });

  test('what a profile lacks is said, and never what is in it', async () => {
    profiles(
      'external',
      { name: 'none', mode: 'AK', access_key_secret: KEY.secret },
      { name: 'sso', mode: 'CloudSSO', ...sts, sts_expiration: 1 },
      { name: 'old', mode: 'StsToken', access_key_id: 'STS.old', access_key_secret: KEY.secret, sts_token: 'old-token' },
      { name: 'oidc', mode: 'OIDC' },
      { name: 'rsa', mode: 'RsaKeyPair' },
      { name: 'a', mode: 'ChainableRamRoleArn', source_profile: 'b', ...role },
      { name: 'b', mode: 'ChainableRamRoleArn', source_profile: 'a', ...role },
      { name: 'c', mode: 'ChainableRamRoleArn', source_profile: 'nobody', ...role },
      { ...ak, name: 'no-role', mode: 'RamRoleArn' },
      { ...ak, name: 'wrong-role', mode: 'RamRoleArn', ram_role_arn: 'acs:ram::1:role/none' },
      { name: 'external', mode: 'External', process_command: 'false' },
    );
    for (const [name, said] of [
      ['none', /has no whole key/],
      ['sso', /aliyun sts GetCallerIdentity --profile sso/],
      ['old', /temporary key has expired/],
      ['oidc', /mode OIDC, which is not supported/],
      ['rsa', /mode RsaKeyPair, which is not supported/],
      ['a', /takes its key from itself/],
      ['c', /from "nobody", which is not there/],
      ['no-role', /names no role/],
      ['wrong-role', /no such RAM role/],
      ['external', /command of the profile "external" gave no key/],
      ['unknown', /no profile "unknown"/],
    ] as const) {
      const { code, out, err } = await one('--profile', name);
      assert.deepEqual([code, out], [2, ''], name);
      assert.match(err, said);
      assert.doesNotMatch(err, new RegExp(`${KEY.secret}|old-token|${TEMPORARY.secret}`));
    }
    assert.match((await one()).err, /is not run here/, 'a command runs only for who names its profile');
    process.env['ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS'] = '1';
    assert.match((await one('--profile', 'external')).err, /is not run here/);
  });

  test('a file that is no JSON stays unsaid', async () => {
    mkdirSync(join(home, '.aliyun'));
    writeFileSync(join(home, '.aliyun/config.json'), `{"profiles":[{"access_key_secret":"${KEY.secret}"`);
    const { code, err } = await one();
    assert.deepEqual([code, err.includes('cannot be read'), err.includes(KEY.secret)], [2, true, false]);
    rmSync(join(home, '.aliyun'), { recursive: true });
    assert.match((await one()).err, /There is no key: neither in the environment/);
    assert.equal(standIn.got.length, 0);
  });

  test('no key is left in any file', async () => {
    profiles('own', ak);
    const save = join(home, 'saved.json');
    const { out, err } = await one('--save', save);
    assert.doesNotMatch(`${out}${err}${readFileSync(save, 'utf8')}`, new RegExp(`${KEY.secret}|${KEY.id}`));
    assert.deepEqual(readdirSync(home).toSorted(), ['.aliyun', 'saved.json']);
  });
});
