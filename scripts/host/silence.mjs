/** How often silence is counted, in ms. */
const TURN = 250;
/** A turn that comes late is a busy machine and no silence: it counts as so many ms at most. */
const LATE = 2 * TURN;

/**
 * Waiting is bounded by silence, never by time: whatever goes on may go on.
 * `over` resolves when nothing was `heard()` for `limit` ms in which this process had its turns; `end()` stops the watch.
 */
export function watchSilence(limit) {
  let silent = 0;
  let last = performance.now();
  let timer;
  const over = new Promise((resolve) => {
    timer = setInterval(() => {
      const now = performance.now();
      silent += Math.min(now - last, LATE);
      last = now;
      if (silent < limit) return;
      clearInterval(timer);
      resolve();
    }, TURN);
  });
  return { over, heard: () => void (silent = 0), end: () => clearInterval(timer) };
}
