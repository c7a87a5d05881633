// Time and memory of a log that is read from disk: 1 GB of JSON Lines, indexed in a thread of its own, each run in a fresh process.
// TRAIL_BENCH_MB changes the size.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../bundle.mjs';
import { root } from '../root.mjs';
import { loadOfMachine, printFigures } from './common/figures.mjs';
import { runTask } from './common/process.mjs';
import { writeLog } from './sources/log.mjs';

const MB = 1024 * 1024;
const SIZE = Number(process.env.TRAIL_BENCH_MB ?? 1024) * MB;
const RUNS = 7;

/** Each figure's key, what it says, its unit, what it is to reach, and whether more is better. */
const FIGURES = [
  ['index', 'Indexed', 'ms'],
  ['speed', 'Speed', 'MB/s', 300, true],
  ['memory', 'Peak memory above the empty process', 'MB', 300],
  ['held', 'Longest work of the main thread at a time', 'ms', 50],
  ['blocked', "Longest wait of its event loop, the machine's load included", 'ms'],
  ['grouped', 'Then grouped by event name and account', 'ms'],
  ['memoryGrouped', 'Peak memory with the groups', 'MB'],
];

export async function bench() {
  const outdir = join(root, 'out/bench/sources');
  await bundleForNode({
    entryPoints: { measure: join(root, 'scripts/bench/sources/measure.ts'), worker: join(root, 'src/worker.ts') },
    outdir,
    minify: true,
    format: 'cjs',
    target: 'es2022',
  });
  const measure = join(outdir, 'measure.js');
  const folder = mkdtempSync(join(tmpdir(), 'trail-bench-'));
  try {
    const file = join(folder, 'log.jsonl');
    const { events, bytes } = writeLog(file, SIZE);
    // The first run warms the file cache of the system, and is not counted.
    await runTask(measure, file, '1');
    console.log(`${(bytes / MB).toFixed(0)} MB, ${events} events; ${RUNS} processes, ${loadOfMachine()}`);
    const all = new Map([1, Math.min(4, availableParallelism())].map((threads) => [threads, []]));
    for (let count = 0; count < RUNS; count++)
      for (const [threads, runs] of all) runs.push(await runTask(measure, file, String(threads)));
    for (const [threads, runs] of all) {
      if (runs.some((one) => one.events !== events)) throw new Error(`${events} events were written, others read`);
      const figures = FIGURES.map(([key, what, unit, limit, isMore]) => ({ key, what, unit, limit, isMore }));
      printFigures(`Threads that read: ${threads}`, figures, ({ key }) => runs.map((one) => one[key]), 0);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
