/** Work in steps: it may be interrupted or given up wherever it yields, and returns its result at the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How many cheap operations may lie between two yields: well below a millisecond. */
export const STEP = 4_096;

/** Does work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Does work in slices of `ms`, letting others run in between; undefined where `isStale` said that nobody wants the result any more. `between` is done
 * after every slice but the last.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  isStale: () => boolean,
  ms: number,
  between?: () => Promise<void>,
): Promise<T | undefined> {
  for (;;) {
    const deadline = performance.now() + ms;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < deadline);
    await between?.();
    await pause();
    if (isStale()) return undefined;
  }
}

/** How long one slice of `walkInSlices` holds the host, in ms. */
const SLICE = 10;

/** Goes through `steps`, letting others work in between; false where `goesOn` said no before the end. It is asked after every pause. */
export async function walkInSlices(steps: Iterable<unknown>, goesOn: () => boolean): Promise<boolean> {
  let deadline = performance.now() + SLICE;
  const iterator = steps[Symbol.iterator]();
  while (iterator.next().done !== true) {
    if (performance.now() < deadline) continue;
    await pause();
    if (!goesOn()) return false;
    deadline = performance.now() + SLICE;
  }
  return goesOn();
}

/** Goes through `steps` as `walkInSlices` does, and gives what they gave, slice by slice. */
export async function* batches<T>(
  steps: Iterable<T | undefined>,
  goesOn: () => boolean,
): AsyncGenerator<readonly T[], void, undefined> {
  let deadline = performance.now() + SLICE;
  let batch: T[] = [];
  for (const one of steps) {
    if (one !== undefined) batch.push(one);
    if (performance.now() < deadline) continue;
    yield batch;
    batch = [];
    await pause();
    if (!goesOn()) return;
    deadline = performance.now() + SLICE;
  }
  yield batch;
}

/** Lets everything that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
