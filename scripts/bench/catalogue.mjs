// Time and memory of the event catalogue: built in, imported with 15,920 names in two languages, one lookup.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';

/** Processes a figure is taken from: what happens once in a process needs a fresh one each time. */
const RUNS = 9;

/** What is measured in which task, its unit and what it is to reach. */
const FIGURES = [
  ['builtin', 'builtinFirst', 'Built in: the first meaning', 'ms', 20],
  ['builtin', 'builtinAll', 'Built in: all products read', 'ms', 20],
  ['builtin', 'builtinMemory', 'Built in: memory, all products read', 'MB'],
  ['imported', 'importedLoad', 'Imported (15,920 names, 2 languages): loaded from its stored form', 'ms', 100],
  ['imported', 'importedFirst', 'Imported: loaded, and the first meaning', 'ms', 100],
  ['imported', 'importedAll', 'Imported: loaded, and all names indexed', 'ms', 100],
  ['imported', 'importedMemory', 'Imported: memory with the first meaning', 'MB'],
  ['imported', 'importedMemoryAll', 'Imported: memory, all names indexed', 'MB'],
  ['lookups', 'again', 'Lookup of a name that was asked for before', 'µs', 5],
  ['lookups', 'known', 'Lookup of a name for the first time, in the catalogue', 'µs', 5],
  ['lookups', 'derived', 'Lookup of a name for the first time, derived', 'µs'],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function run(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args, { execArgv: ['--expose-gc'] });
    let result;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && result ? resolve(result) : reject(new Error(`the bench ended with ${String(code)}`)),
    );
  });
}

export async function bench() {
  const folder = join(root, 'out/bench');
  const outfile = join(folder, 'catalogue.mjs');
  await build({
    entryPoints: [join(root, 'scripts/bench/catalogue/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [knowledge],
  });
  const set = join(folder, 'catalogue.txt');
  await run(outfile, 'prepare', set);
  const results = new Map();
  for (const task of new Set(FIGURES.map(([task]) => task))) {
    const runs = [];
    for (let count = 0; count < RUNS; count++) runs.push(await run(outfile, task, set));
    results.set(task, runs);
  }
  const load = `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`;
  console.log(`${`medians of ${RUNS} processes, ${load}`.padEnd(66)}   median       best`);
  for (const [task, key, what, unit, limit] of FIGURES) {
    const values = results.get(task).map((result) => result[key]);
    const value = median(values);
    const reach = limit === undefined ? '' : `  to reach: ${limit} ${unit} ${value <= limit ? '✔' : '✖'}`;
    const [mid, best] = [value, Math.min(...values)].map((number) => number.toFixed(2).padStart(8));
    console.log(`${what.padEnd(66)} ${mid}   ${best} ${unit}${reach}`);
  }
}
