import { readFileSync, writeFileSync } from 'node:fs';
import { builtin, createCatalogue } from '../../../src/knowledge/catalogue';
import { readSet } from '../../../src/knowledge/import/stored';
import { NAMES, nameOf, serviceOf, setText } from './set';

const collect = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const megabytes = (bytes: number): number => bytes / 1024 / 1024;
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The median of single calls, in µs. */
function each<T>(items: readonly T[], run: (item: T) => unknown): number {
  return median(
    items.map((item) => {
      const start = performance.now();
      run(item);
      return (performance.now() - start) * 1000;
    }),
  );
}

/** Time in ms, from the start of the process's part to its end. */
class Clock {
  private readonly start = performance.now();
  get now(): number {
    return performance.now() - this.start;
  }
}

const [, , task, file = ''] = process.argv;
const result: Record<string, number> = {};

function measureBuiltin(): void {
  const before = collect();
  const clock = new Clock();
  createCatalogue().lookup('ecs', 'StopInstance');
  result['builtinFirst'] = clock.now;
  for (const { events } of builtin().files()) void events;
  result['builtinAll'] = clock.now;
  result['builtinMemory'] = megabytes(collect() - before);
}

function measureImported(): void {
  const bytes = readFileSync(file);
  const before = collect();
  const clock = new Clock();
  const set = readSet(new TextDecoder().decode(bytes));
  result['importedLoad'] = clock.now;
  const catalogue = createCatalogue([{ id: 'imported', source: 'Bench', files: () => set.files }, builtin()]);
  catalogue.lookup(serviceOf(8000), nameOf(8000));
  result['importedFirst'] = clock.now;
  result['importedMemory'] = megabytes(collect() - before);
  const again = new Clock();
  catalogue.lookupAll(nameOf(9000));
  result['importedAll'] = (result['importedFirst'] ?? 0) + again.now;
  result['importedMemoryAll'] = megabytes(collect() - before);
}

function measureLookups(): void {
  const set = readSet(readFileSync(file, 'utf8'));
  const create = (): ReturnType<typeof createCatalogue> =>
    createCatalogue([{ id: 'imported', source: 'Bench', files: () => set.files }, builtin()]);
  const pairs = Array.from({ length: NAMES }, (_, at) => [serviceOf(at), nameOf(at)] as const);
  const unknown = pairs.slice(0, 5000).map(([service, name]) => [service, `${name}ByZone`] as const);
  const warm = create();
  for (const [service, name] of [...pairs, ...unknown]) warm.lookup(service, name);
  const catalogue = create();
  result['known'] = each(pairs, ([service, name]) => catalogue.lookup(service, name));
  result['again'] = each(pairs.slice(0, 10_000), ([service, name]) => catalogue.lookup(service, name));
  result['derived'] = each(unknown, ([service, name]) => catalogue.lookup(service, name));
}

if (task === 'prepare') writeFileSync(file, setText());
else if (task === 'builtin') measureBuiltin();
else if (task === 'imported') measureImported();
else measureLookups();
process.send?.(result);
