// Time of exporting and of redacting a log of 50 MB, as steps that let others work in between.
import { join } from 'node:path';
import { bundleForNode } from '../bundle.mjs';
import { root } from '../root.mjs';
import { measureTasks } from './common/figures.mjs';

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

export async function bench() {
  const file = join(root, 'out/bench/export.mjs');
  await bundleForNode({ entryPoints: [join(root, 'scripts/bench/export/measure.ts')], outfile: file });
  const args = [join(root, 'samples/console-export.trail.jsonl')];
  await measureTasks({ file, args, runs: RUNS, title: '50 MB, ', figures: FIGURES, digits: 0 });
}
