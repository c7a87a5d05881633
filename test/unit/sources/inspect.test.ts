import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inspect, type Report } from '../../../src/cli/inspect';
import { main } from '../../../src/cli/main';
import { bombOf } from '../../bomb';
import { run as print } from '../commandLine';
import { event, SHAPES } from '../trail/logs';

const folder = mkdtempSync(join(tmpdir(), 'trail-inspect-'));
after(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs the command line; gives its reports. */
async function run(...args: readonly string[]): Promise<{ code: number; reports: Report[]; errors: string }> {
  const { code, out, err } = await print(...args);
  return { code, reports: JSON.parse(out) as Report[], errors: err };
}

const facts = ({ events, groups, duplicates, truncated, skipped }: Report): unknown => ({
  events,
  groups,
  duplicates,
  truncated,
  skipped,
});
const events = Array.from({ length: 40 }, (_, number) => event(number % 35));
const lines = events.map((one) => `${JSON.stringify(one)}\n`).join('');

test('the same answer for a document, compressed, in every encoding', async () => {
  const plain = inspect('x', lines);
  assert.deepEqual([plain.events, plain.duplicates, plain.truncated], [40, 5, 0]);
  assert.ok(plain.elapsedMs > 0);
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines, 'utf16le')]);
  const files = [
    put('a.jsonl', lines),
    put('a.jsonl.gz', gzipSync(lines)),
    put('named-otherwise.json', gzipSync(lines)),
    put('mark.jsonl', `\ufeff${lines}`),
    put('little.jsonl', little),
    put('big.jsonl', Buffer.from(little).swap16()),
    put('unmarked.jsonl', Buffer.from(lines, 'utf16le')),
    put('little.gz', gzipSync(little)),
  ];
  const { code, reports, errors } = await run(...files);
  assert.deepEqual([code, errors], [0, '']);
  for (const report of reports) {
    assert.deepEqual(facts(report), facts(plain), report.file);
    assert.deepEqual(report.findings, plain.findings, report.file);
    assert.equal(report.shape, 'lines');
  }
});

test('the same answer for the same events in every shape', () => {
  const wanted = inspect('x', SHAPES['lines']?.(12) ?? '');
  for (const [shape, make] of Object.entries(SHAPES)) {
    if (['object', 'several responses', 'array of responses', 'sls flat'].includes(shape)) continue;
    const report = inspect(shape, make(12));
    if (report.events !== 12) continue;
    assert.deepEqual(facts(report), facts(wanted), shape);
  }
  const quote = (value: unknown): string =>
    `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  const rows = events.slice(0, 12).map((one) => Object.values(one).map(quote).join(','));
  const table = inspect('csv', [Object.keys(event(0)).join(','), ...rows].join('\r\n'));
  assert.equal(table.shape, 'csv');
  assert.deepEqual(facts(table), facts(wanted));
});

test('duplicates are told by the text of the id, in every shape', () => {
  for (const shape of ['several responses', 'array of responses'])
    assert.equal(inspect('x', SHAPES[shape]?.(6) ?? '').duplicates, 6, shape);
  for (const shape of ['sls text', 'sls object', 'last used', 'cloud events', 'pretty array'])
    assert.equal(inspect('x', `${SHAPES[shape]?.(6) ?? ''}\n${SHAPES[shape]?.(6) ?? ''}`).duplicates, 6, shape);
});

test('a truncated, a damaged and a too large file: what could be read, a message, exit code 2', async () => {
  const packed = gzipSync(lines);
  const cut = put('cut.gz', packed.subarray(0, Math.floor(packed.length / 2)));
  const { code, reports, errors } = await run(cut, join(folder, 'a.jsonl'), join(folder, 'missing.json'));
  assert.equal(code, 2);
  assert.match(errors, /cut\.gz: .*cut off/);
  assert.match(errors, /missing\.json: /);
  assert.equal(reports.length, 2);
  assert.ok((reports[0]?.events ?? 0) > 5);
  assert.equal(reports[0]?.truncated, 1);
});

test('a bomb: bounded in memory, and it names its limit', async () => {
  const bomb = put('bomb.gz', bombOf(1 << 30));
  const before = process.memoryUsage().rss;
  const { code, reports, errors } = await run(bomb);
  assert.equal(code, 2);
  assert.match(errors, /bomb\.gz: .*150 MB .*MAX_UNZIPPED/);
  assert.deepEqual([reports[0]?.isTrail, reports[0]?.events, reports[0]?.findings], [false, 0, []]);
  // 50 MB are kept, and twice as much while they become text.
  assert.ok(process.memoryUsage().rss - before < 400e6, `${process.memoryUsage().rss - before} bytes`);
});

test('a truncated file in UTF-16, and a table, compressed', async () => {
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines, 'utf16le')]);
  const table = 'eventId,eventName,eventTime,acsRegion\n1,A,2026-01-01T00:00:00Z,cn-hangzhou\n2,B,yesterday,cn-hangzhou\n';
  const cut = put('cut-utf16.gz', gzipSync(little.subarray(0, little.length - 1_001)));
  const { reports } = await run(cut, put('table.csv.gz', gzipSync(table)), put('table.csv', table));
  assert.deepEqual([reports[0]?.events, reports[0]?.truncated], [39 + 1, 1]);
  assert.equal(reports[1]?.shape, 'csv');
  assert.deepEqual(facts(reports[1]), facts(reports[2] as Report));
});

test('a folder gives the same answer as its objects in one file', async () => {
  for (let object = 0; object < 4; object++)
    put(`parts/${object}.json.gz`, gzipSync(JSON.stringify(events.slice(object * 10, object * 10 + 10))));
  const { reports } = await run(join(folder, 'parts'));
  assert.deepEqual(facts(reports[0] as Report), facts(inspect('x', lines)));
});

test('a table: findings stand at the row', () => {
  const report = inspect(
    'x',
    'eventId,eventName,eventTime,acsRegion\n1,A,2026-01-01T00:00:00Z,cn-hangzhou\n2,B,yesterday,cn-hangzhou\n',
  );
  assert.deepEqual(
    report.findings.map(({ code, line, column, endLine, endColumn }) => [code, line, column, endLine, endColumn]),
    [['bad-time', 3, 1, 3, 26]],
  );
});

test('a folder of delivered objects is one trail', async () => {
  const base = 'bucket/AliyunLogs/Actiontrail/cn-hangzhou/2026/03/01/Actiontrail_cn-hangzhou_2026030100';
  const md5 = '0123456789abcdef0123456789abcdef';
  put(`${base}1000_1002_20_1_${md5}.gz`, gzipSync(JSON.stringify(events.slice(20))));
  put(`${base}0000_1002_20_1_${md5}.gz`, gzipSync(JSON.stringify(events.slice(0, 20))));
  put('bucket/readme.txt', 'no log');
  put('bucket/broken.gz', gzipSync(lines).subarray(0, 100));
  const { code, reports, errors } = await run(join(folder, 'bucket'));
  assert.equal(code, 2);
  assert.match(errors, /broken\.gz/);
  const [report] = reports;
  assert.equal(reports.length, 1);
  assert.ok(report);
  assert.ok(report.events >= 40 && report.duplicates >= 5);
  assert.equal(report.shape, 'array');
  assert.equal(report.unreadable?.[0]?.file, 'broken.gz');
});

test('help is no mistake; behind -- stand files; a folder is not repaired', async () => {
  let out = '';
  let errors = '';
  const console = { out: (text: string) => (out += text), err: (text: string) => (errors += text) };
  assert.equal(await main(['--help'], console), 0);
  assert.match(out, /^Usage: /);
  out = '';
  const file = put('--fix', lines);
  const here = process.cwd();
  process.chdir(folder);
  assert.equal(await main(['--', '--fix'], console), 0);
  process.chdir(here);
  assert.equal((JSON.parse(out) as Report[])[0]?.events, 40);
  rmSync(file);
  for (const option of ['--fix=comment', '--redact']) {
    errors = '';
    assert.equal(await main([option, folder], console), 2);
    assert.match(errors, /is a folder/);
  }
});

test('a folder holds the files that its links lead to, and no folders twice', async () => {
  const target = put('linked/elsewhere.txt', lines);
  put('links/own.jsonl', lines);
  symlinkSync(target, join(folder, 'links/link.jsonl'));
  symlinkSync(join(folder, 'links'), join(folder, 'links/round.gz'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'links/dangling.json'));
  const { code, reports, errors } = await run(join(folder, 'links'));
  assert.equal(reports[0]?.events, 80);
  assert.equal(code, 2);
  assert.match(errors, /dangling\.json: ENOENT/);
});
