// Time and memory of the event catalogue: built in, imported with 15,920 names in two languages, one lookup.
import { join } from 'node:path';
import { bundleForNode } from '../bundle.mjs';
import { root } from '../root.mjs';
import { measureTasks } from './common/figures.mjs';
import { runTask } from './common/process.mjs';

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

export async function bench() {
  const folder = join(root, 'out/bench');
  const file = join(folder, 'catalogue.mjs');
  await bundleForNode({ entryPoints: [join(root, 'scripts/bench/catalogue/measure.ts')], outfile: file });
  const set = join(folder, 'catalogue.txt');
  await runTask(file, 'prepare', set);
  await measureTasks({ file, args: [set], runs: RUNS, title: '', figures: FIGURES, digits: 2 });
}
