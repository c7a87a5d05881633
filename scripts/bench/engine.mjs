// The trail engine and its peers on logs of 1, 10 and 50 MB (in UTF-16 units): warm and cold times, memory, edits, damaged logs, grouping as a whole process.
// Usage: npm run bench -- engine; TRAIL_BENCH_SIZES=1,10, TRAIL_BENCH_FORMS=lines,sls and TRAIL_BENCH_READERS=JSON.parse,index measure less.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../bundle.mjs';
import { ensurePackages } from '../host/packages.mjs';
import { root } from '../root.mjs';
import { loadOfMachine, median } from './common/figures.mjs';
import { runTask } from './common/process.mjs';
import { groupProcesses } from './engine/groupProcesses.mjs';

const PEERS = join(root, 'scripts/bench/peers');
const OUT = join(root, 'out/bench');
const listOf = (variable, all) => process.env[variable]?.split(',') ?? all;
const SIZES = listOf('TRAIL_BENCH_SIZES', ['1', '10', '50']);
const MB = 1024 * 1024;
const number = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** Ratios to reach at 50 MB, to JSON.parse's time. */
const GOALS = { index: (form) => (form === 'sls' ? 2 : 1.1), 'index + checks + groups': () => 3.5 };

function table(title, rows) {
  console.log(`\n${title}`);
  console.table(rows);
}

export async function bench() {
  await ensurePackages('What is compared with', PEERS, ['--ignore-scripts']);
  mkdirSync(OUT, { recursive: true });
  await bundleForNode({
    entryPoints: ['measure', 'group'].map((name) => join(root, `scripts/bench/engine/${name}.ts`)),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    nodePaths: [join(PEERS, 'node_modules')],
  });
  const measure = (...task) => runTask(join(OUT, 'measure.cjs'), ...task);
  const names = await measure('names');
  const forms = listOf('TRAIL_BENCH_FORMS', names.forms);
  const results = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.version}`,
    times: [],
    edits: [],
    damage: [],
    groups: [],
  };
  console.log(`${results.machine}, ${loadOfMachine()}`);
  for (const size of SIZES) {
    for (const form of forms) {
      const warm = await measure('warm', form, size);
      const base = median(warm['JSON.parse']);
      for (const name of names.contenders) {
        const cold = await measure('cold', form, size, name);
        const ms = median(warm[name]);
        const goal = size === '50' ? GOALS[name]?.(form) : undefined;
        results.times.push({
          log: `${form} ${size} MB`,
          reader: name,
          ms,
          ratio: ms / base,
          cold: cold.ms,
          memory: cold.memory / MB,
          size: Number(size),
          goal,
        });
      }
      table(
        `${form}, ${size} MB`,
        results.times
          .filter(({ log }) => log === `${form} ${size} MB`)
          .map(({ reader, ms, ratio, cold, memory, goal }) => ({
            reader,
            'ms (median)': number(ms),
            'MB/s': number((Number(size) / ms) * 1000, 0),
            '× JSON.parse': number(ratio, 2) + (goal === undefined ? '' : ` (to reach ${goal})`),
            'ms, first run': number(cold),
            'MB above the text': number(memory),
          })),
      );
    }
  }
  for (const size of SIZES)
    for (const form of forms) results.edits.push({ log: `${form} ${size} MB`, ...(await measure('edits', form, size)) });
  table(
    'Edits, ms (to reach at 50 MB: typing 1, breaking 5)',
    results.edits.map(({ log, ...ms }) => ({
      log,
      ...Object.fromEntries(Object.entries(ms).map(([key, value]) => [key, number(value, 3)])),
    })),
  );
  const largest = SIZES.at(-1) ?? '50';
  for (const kind of names.damage) results.damage.push({ log: kind, ...(await measure('damage', kind, largest)) });
  const { ms: goodMs } = results.damage[0];
  table(
    `Damaged logs of ${largest} MB (to reach: 5 × the good log's time, 100 MB)`,
    results.damage.map(({ log, ms, memory, events, findings }) => ({
      log,
      ms: number(ms),
      '× good': number(ms / goodMs, 2),
      'MB above the text': number(memory / MB),
      events,
      findings,
    })),
  );
  const log = join(OUT, 'log.jsonl');
  await measure('write', 'lines', largest, log);
  results.groups = groupProcesses(log, join(OUT, 'group.cjs'), PEERS);
  table(
    `Event names by account, JSON Lines of ${largest} MB, as a whole process`,
    results.groups.map(({ reader, ms }) => ({ reader, 'ms (median)': number(ms) })),
  );
  const file = join(OUT, 'engine.json');
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nAll figures: ${file}`);
}
