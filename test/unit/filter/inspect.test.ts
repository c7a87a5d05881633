import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { main } from '../../../src/cli/main';
import { type Report } from '../../../src/cli/inspect';
import { event } from '../trail/logs';

let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-filter-'));
  const lines = [
    event(0, { eventName: 'DeleteUser', errorCode: 'Forbidden' }),
    event(1, { eventName: 'CreateUser', eventTime: 'yesterday' }),
    event(1, { eventName: 'CreateUser', eventTime: 'yesterday' }),
  ];
  writeFileSync(join(folder, 'one.json'), lines.map((line) => JSON.stringify(line)).join('\n'));
});

after(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

async function inspect(filter: string, file: string): Promise<Report> {
  const { code, out } = await run('--filter', filter, file);
  assert.equal(code, 0);
  const [report] = JSON.parse(out) as Report[];
  assert.ok(report);
  return report;
}

describe('inspect --filter', () => {
  test('counts, groups and findings are of what matches', async () => {
    for (const file of [join(folder, 'one.json'), folder]) {
      const failed = await inspect('error:*', file);
      assert.deepEqual([failed.filter, failed.events, failed.hidden, failed.duplicates], ['error:*', 1, 2, 0]);
      assert.deepEqual(failed.groups, { DeleteUser: { '1100000000000000': 1 } });
      assert.deepEqual([...new Set(failed.findings.map(({ line }) => line))], [1]);
      const others = await inspect('-error:*', file);
      assert.deepEqual([others.events, others.hidden, others.duplicates], [2, 1, 1]);
      assert.deepEqual(Object.keys(others.groups), ['CreateUser']);
      assert.deepEqual([...new Set(others.findings.map(({ line }) => line))], [2, 3]);
      assert.equal(others.findings.filter(({ code }) => code === 'bad-time').length, 2);
    }
  });

  test('a filter with faults is refused with the place', async () => {
    const { code, out, err } = await run('--filter=error:* foo:1', join(folder, 'one.json'));
    assert.equal(code, 2);
    assert.equal(out, '');
    const lines = err.split('\n');
    assert.match(lines[0] ?? '', /^--filter: column 9: There is no field "foo"/);
    assert.deepEqual(lines.slice(1, 3), ['  error:* foo:1', '          ^^^']);
  });
});
