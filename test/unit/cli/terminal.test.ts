import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Report } from '../../../src/cli/inspect';
import { run } from '../commandLine';
import { event } from '../trail/logs';

const folder = mkdtempSync(join(tmpdir(), 'trail-terminal-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** What acts on a terminal, hides, or turns around what stands beside it; a line end is right only at the end of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

const HOSTILE = [
  '\u001b[31mred',
  'a\nlog.json: all is well',
  'b\rover',
  '\u009b2Jclear',
  '\u202egpj.exe',
  '\u0007bell',
  'tab\tbed',
  '\u007f',
];

function assertSeen(err: string, lines: number | undefined, what: string): void {
  assert.ok(err.endsWith('\n'), what);
  const said = err.slice(0, -1).split('\n');
  if (lines !== undefined) assert.equal(said.length, lines, `${what}: ${JSON.stringify(err)}`);
  assert.ok(!said.some((line) => line.startsWith('log.json')), what);
  for (const line of said) assert.doesNotMatch(line, UNSEEN, what);
}

for (const name of HOSTILE) {
  const shown = JSON.stringify(name);

  test(`a file named ${shown} that cannot be read is named without acting on the terminal`, async () => {
    const missing = join(folder, `${name}.missing.json`);
    for (const args of [[missing], ['--redact', missing], ['--fix', 'secret', missing], ['--filter', 'x', missing]]) {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assertSeen(err, 1, args.join(' '));
      assert.ok(err.includes('.missing.json'));
    }
  });

  test(`a damaged file and a folder named ${shown} are named so as well`, async () => {
    const inner = join(folder, `${name}.d`);
    mkdirSync(inner);
    const file = join(inner, `${name}.json.gz`);
    writeFileSync(file, gzipSync(JSON.stringify(event(1)).repeat(50)).subarray(0, -20));
    for (const [args, lines] of [
      [[file], 1],
      [[inner], 1],
      [['--redact', file], 1],
      [['--fix', 'secret', inner], 1],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assertSeen(err, lines, args.join(' '));
    }
    // The report is JSON of the same names.
    const { out } = await run(file);
    assert.equal((JSON.parse(out) as Report[])[0]?.file, file);
    for (const line of out.split('\n')) assert.doesNotMatch(line, UNSEEN);
  });

  test(`words like ${shown} on the command line are said so`, async () => {
    for (const [args, lines] of [
      [[`--${name}`], 2],
      [['--fix', name, 'x.json'], 1],
      [[`--redact=${name}`, 'x.json'], 1],
      [['--filter', `${name} nofield:x "`, 'x.json'], undefined],
      [['--query', 'sls', `${name} nofield:x`], undefined],
      [['--cloud', 'actiontrail', `--${name}`], undefined],
      [['--cloud', name], undefined],
      [['--cloud', 'actiontrail', '--region', name], undefined],
      [['--cloud', 'actiontrail', '--from', name], undefined],
      [['--cloud', 'actiontrail', '--filter', `${name} nofield:x`], undefined],
      [['--explain', name.replace(/[A-Za-z0-9]/g, '')], 1],
    ] as const) {
      const { code, err } = await run(...args);
      assert.ok(code > 0, args.join(' '));
      assertSeen(err, lines, args.join(' '));
    }
  });
}

test('the place of a fault in a filter is marked below it, whatever stands before', async () => {
  for (const before of HOSTILE) {
    const { err } = await run('--filter', `"${before}" nofield:x`, 'x.json');
    const [, filter = '', mark = ''] = err.split('\n');
    assert.equal(filter.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1), 'nofield', JSON.stringify(before));
  }
});
