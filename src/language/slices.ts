/** How long one slice holds the extension host, in ms. */
const SLICE = 10;

/** Goes through `steps`, letting others work in between; false where `goesOn` said no before the end. It is asked after every pause. */
export async function inSlices(steps: Iterable<unknown>, goesOn: () => boolean): Promise<boolean> {
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

/** Lets everything that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
