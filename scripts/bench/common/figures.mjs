import { cpus, loadavg } from 'node:os';
import { runTask } from './process.mjs';

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** How busy the machine is, which every figure depends on. */
export const loadOfMachine = () => `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`;

/**
 * Prints a line for each figure: its median and best value, and whether it reaches what it is to reach. `valuesOf` gives a figure's values; a figure is
 * `{ what, unit, limit, isMore }`, where `isMore` says that more is better.
 */
export function printFigures(title, figures, valuesOf, digits) {
  const width = Math.max(title.length, ...figures.map(({ what }) => what.length)) + 1;
  console.log(`${title.padEnd(width)}   median       best`);
  for (const figure of figures) {
    const { what, unit, limit, isMore } = figure;
    const values = valuesOf(figure);
    const value = median(values);
    const best = isMore ? Math.max(...values) : Math.min(...values);
    const isReached = isMore ? value >= limit : value <= limit;
    const reach = limit === undefined ? '' : `  to reach: ${limit} ${unit} ${isReached ? '✔' : '✖'}`;
    const [mid, top] = [value, best].map((number) => number.toFixed(digits).padStart(8));
    console.log(`${what.padEnd(width)} ${mid}   ${top} ${unit}${reach}`);
  }
}

/** Runs each task of the figures `runs` times, a fresh process each, and prints what came out. A figure is `[task, key, what, unit, limit]`. */
export async function measureTasks({ file, args, runs, title, figures, digits }) {
  const results = new Map();
  for (const task of new Set(figures.map(([task]) => task))) {
    const all = [];
    for (let count = 0; count < runs; count++) all.push(await runTask(file, task, ...args));
    results.set(task, all);
  }
  printFigures(
    `${title}medians of ${runs} processes, ${loadOfMachine()}`,
    figures.map(([task, key, what, unit, limit]) => ({ task, key, what, unit, limit })),
    ({ task, key }) => results.get(task).map((result) => result[key]),
    digits,
  );
}
