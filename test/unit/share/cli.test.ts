import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
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
    '{"eventName":"A","userIdentity":{"accountId":"1100000000000011"},"note":"wJa1rXUtnF3MI7K9dENGbPxRfiCYz8Q2"}',
  );
  const { code, err } = await run('--redact', file);
  assert.equal(code, 0);
  assert.match(err, /still looks like a secret \(random\): "wJa1/);
});
