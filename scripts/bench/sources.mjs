// Time and memory of a log that is read from disk: 1 GB of JSON Lines, indexed in a thread of its own, each run in a fresh process.
// TRAIL_BENCH_MB changes the size.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';
import { writeLog } from './sources/log.mjs';

const MB = 1024 * 1024;
const SIZE = Number(process.env.TRAIL_BENCH_MB ?? 1024) * MB;
const RUNS = 7;

/** Each figure's key, what it says, its unit, what it is to reach, and whether more is better. */
const FIGURES = [
  ['index', 'Indexed', 'ms'],
  ['speed', 'Speed', 'MB/s', 300, true],
  ['memory', 'Peak memory above the empty process', 'MB', 300],
  ['blocked', 'Longest time that the main thread was held', 'ms'],
  ['grouped', 'Then grouped by event name and account', 'ms'],
  ['memoryGrouped', 'Peak memory with the groups', 'MB'],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function run(script, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(script, args);
    let result;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && result ? resolve(result) : reject(new Error(`the bench ended with ${String(code)}`)),
    );
  });
}

export async function bench() {
  const outdir = join(root, 'out/bench/sources');
  await build({
    entryPoints: { measure: join(root, 'scripts/bench/sources/measure.ts'), worker: join(root, 'src/worker.ts') },
    outdir,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [knowledge],
  });
  const measure = join(outdir, 'measure.js');
  const folder = mkdtempSync(join(tmpdir(), 'trail-bench-'));
  try {
    const file = join(folder, 'log.jsonl');
    const { events, bytes } = writeLog(file, SIZE);
    // The first run warms the file cache of the system, and is not counted.
    await run(measure, file, '1');
    const load = `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`;
    console.log(`${(bytes / MB).toFixed(0)} MB, ${events} events; ${RUNS} processes, ${load}`);
    const all = new Map([1, Math.min(4, availableParallelism())].map((threads) => [threads, []]));
    for (let count = 0; count < RUNS; count++)
      for (const [threads, runs] of all) runs.push(await run(measure, file, String(threads)));
    for (const [threads, runs] of all) {
      if (runs.some((one) => one.events !== events)) throw new Error(`${events} events were written, others read`);
      print(threads, runs);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(threads, runs) {
  console.log(`${`Threads that read: ${threads}`.padEnd(50)}   median       best`);
  for (const [key, what, unit, limit, isMore] of FIGURES) {
    const values = runs.map((one) => one[key]);
    const value = median(values);
    const best = isMore ? Math.max(...values) : Math.min(...values);
    const isReached = isMore ? value >= limit : value <= limit;
    const reach = limit === undefined ? '' : `  to reach: ${limit} ${unit} ${isReached ? '✔' : '✖'}`;
    const [mid, top] = [value, best].map((number) => number.toFixed(0).padStart(8));
    console.log(`${what.padEnd(50)} ${mid}   ${top} ${unit}${reach}`);
  }
}
