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
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isStale()) return undefined;
  }
}
