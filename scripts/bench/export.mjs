// Time of exporting and of redacting a log of 50 MB, as steps that let others work in between.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';

/** Processes a figure is taken from: what happens once in a process needs a fresh one each time. */
const RUNS = 3;

/** What is measured in which task, its unit and what it is to reach. */
const FIGURES = [
  ['csv', 'time', 'CSV, the usual 14 columns', 'ms', 3000],
  ['csv', 'step', 'CSV: longest step', 'ms'],
  ['tsv', 'time', 'TSV', 'ms', 3000],
  ['json', 'time', 'JSON', 'ms', 3000],
  ['jsonl', 'time', 'JSON Lines', 'ms', 3000],
  ['report', 'time', 'Report without findings', 'ms', 3000],
  ['redact', 'time', 'Redaction: found, replaced, looked through', 'ms'],
  ['redact', 'step', 'Redaction: longest step', 'ms'],
  ['reverse', 'time', 'Redaction taken back', 'ms'],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function run(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args);
    let result;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && result ? resolve(result) : reject(new Error(`the bench ended with ${String(code)}`)),
    );
  });
}

export async function bench() {
  const outfile = join(root, 'out/bench/export.mjs');
  await build({
    entryPoints: [join(root, 'scripts/bench/export/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [knowledge],
  });
  const results = new Map();
  for (const task of new Set(FIGURES.map(([task]) => task))) {
    const runs = [];
    for (let count = 0; count < RUNS; count++)
      runs.push(await run(outfile, task, join(root, 'samples/console-export.trail.jsonl')));
    results.set(task, runs);
  }
  const load = `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`;
  console.log(`${`50 MB, medians of ${RUNS} processes, ${load}`.padEnd(66)}   median       best`);
  for (const [task, key, what, unit, limit] of FIGURES) {
    const values = results.get(task).map((result) => result[key]);
    const value = median(values);
    const reach = limit === undefined ? '' : `  to reach: ${limit} ${unit} ${value <= limit ? '✔' : '✖'}`;
    const [mid, best] = [value, Math.min(...values)].map((number) => number.toFixed(0).padStart(8));
    console.log(`${what.padEnd(66)} ${mid}   ${best} ${unit}${reach}`);
  }
}
