/** How long anything in the workbench may take; a slow machine that compiles at the same time needs most of it. */
export const LIMIT = 40_000;

const PAUSE = 50;

/** Calls `probe` until it gives something else than undefined or false, and gives that; fails with `what` in the message. */
export async function until(what, probe, limit = LIMIT) {
  const end = performance.now() + limit;
  let reason = '';
  do {
    try {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      reason = ` (${error.message.split('\n')[0]})`;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  } while (performance.now() < end);
  throw new Error(`Waited ${String(limit / 1000)} s for ${what}.${reason}`);
}

/** Calls `read` until it gives the same text several times in a row, and gives that: for what is drawn in steps. */
export async function untilSteady(what, read, limit = LIMIT) {
  let last;
  let times = 0;
  return until(
    what,
    async () => {
      const now = await read();
      const same = now !== undefined && JSON.stringify(now) === JSON.stringify(last);
      times = same ? times + 1 : 0;
      last = now;
      return times >= 4 ? now : undefined;
    },
    limit,
  );
}
