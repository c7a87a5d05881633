import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, test } from 'node:test';
import { main } from '../../../src/cli/main';
import { run } from '../commandLine';
import { SHAPES } from '../trail/logs';

const folder = mkdtempSync(join(tmpdir(), 'trail-redact-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('--redact prints the log without its secrets, with its byte order mark', async () => {
  const text = `\ufeff${SHAPES['pretty array']?.(3) ?? ''}`;
  const file = join(folder, 'log.json');
  writeFileSync(file, text);
  const { code, out, err } = await run('--redact', file);
  assert.deepEqual([code, err, out.length, out.charCodeAt(0)], [0, '', text.length, 0xfeff]);
  assert.doesNotMatch(out, /110000000000000|192\.0\.2\./);
  const some = await run('--redact=addresses', file);
  assert.match(some.out, /110000000000000/);
  assert.doesNotMatch(some.out, /192\.0\.2\./);
});

test('--redact with --filter prints the events that match, one a line', async () => {
  const file = join(folder, 'filtered.json');
  writeFileSync(file, SHAPES['pretty array']?.(3) ?? '');
  const { code, out } = await run('--filter', 'name:RunInstances', '--redact', file);
  const events = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly eventName: string });
  assert.deepEqual([code, [...new Set(events.map(({ eventName }) => eventName))]], [0, ['RunInstances']]);
  assert.doesNotMatch(out, /110000000000000|192\.0\.2\./);
  assert.equal((await run('--fix', 'trailing-comma', '--redact', file)).code, 2);
});

test('--redact finds what the columns of a table hold', async () => {
  const file = join(folder, 'log.csv');
  writeFileSync(
    file,
    'eventName,eventTime,userIdentity.accountId,userIdentity.userName,sourceIpAddress\nStopInstance,2026-03-01T02:00:00Z,1100000000000011,zhang.wei,192.0.2.7\n',
  );
  const { code, out } = await run('--redact', file);
  assert.equal(code, 0);
  assert.match(out, /\nStopInstance,2026-03-01T02:00:00Z,[1-9]\d{15},[a-z]{5}\.[a-z]{3},\d{3}\.\d\.\d\.\d\n$/);
  assert.doesNotMatch(out, /1100000000000011|zhang|192\.0/);
});

test('--redact names what is wrong with its use, and what still looks like a secret', async () => {
  assert.equal((await run('--redact=nothing', 'x')).code, 2);
  assert.equal((await run('--redact', 'a', 'b')).code, 2);
  assert.equal((await run('--redact', join(folder, 'none.json'))).code, 2);
  const file = join(folder, 'leak.json');
  writeFileSync(
    file,
    '{"eventName":"A","acsRegion":"cn-hangzhou","userIdentity":{"accountId":"1100000000000011"},"note":"wJa1rXUtnF3MI7K9dENGbPxRfiCYz8Q2"}',
  );
  const { code, err } = await run('--redact', file);
  assert.equal(code, 3);
  assert.match(err, /still looks like a secret \(random\): "wJa1/);
});

test('--redact names what still looks like a secret before it prints anything', async () => {
  const file = join(folder, 'leak.json');
  const said: string[] = [];
  const code = await main(['--redact', file], { out: () => said.push('out'), err: () => said.push('err') });
  assert.deepEqual([code, said], [3, ['err', 'out']]);
});

test('--redact prints nothing of a text that is no log, unless it is insisted on', async () => {
  const texts = {
    'table.csv': '用户名,账号ID,AccessKey ID,源IP地址\nliming,1200000000000012,LTAI5tAbCdEfGhIjKlMnOpQr,203.0.113.7\n',
    'other.json': '{"password":"Quay!Lantern7","eventSource":"s3.amazonaws.com"}',
    'notes.txt': 'liming called from 203.0.113.7, password: Quay!Lantern7\n',
    'empty.json': '',
  };
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, name);
    writeFileSync(file, text);
    const refused = await run('--redact', file);
    assert.deepEqual([refused.code, refused.out], [1, ''], name);
    assert.match(refused.err, /no log of ActionTrail/);
    const { code, out, err } = await run('--redact', '--force', file);
    assert.equal(code, 0, name);
    assert.match(err, /^\S+: this is no log of ActionTrail/);
    assert.equal(out.length, text.length);
    assert.doesNotMatch(out, /LTAI5tAbCd|203\.0\.113\.7|Quay!Lantern7/);
  }
  assert.equal((await run('--force', join(folder, 'log.csv'))).code, 2);
});

test('of the exit codes of --redact, 2 wins over 3', async () => {
  const file = join(folder, 'cut.json.gz');
  const whole = gzipSync(
    '{"eventName":"A","acsRegion":"cn-hangzhou","userIdentity":{"accountId":"1100000000000011"},"note":"wJa1rXUtnF3MI7K9dENGbPxRfiCYz8Q2"}\n'.repeat(
      200,
    ),
  );
  writeFileSync(file, whole.subarray(0, whole.length - 9));
  assert.equal((await run('--redact', file)).code, 2);
});
