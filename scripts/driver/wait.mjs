import { watchSilence } from '../host/silence.mjs';

/** A wait fails when the page has not moved for so long, in ms. */
const SILENCE = 90_000;
/** So many moves without what is waited for are a page that never comes to rest: one that moves tells so once a second. */
const MOST_MOVES = 3_600;
const PAUSE = 50;
/** What had no effect, such as a key that went elsewhere, is done again after so many ms. */
const PATIENCE = 10_000;

let moves = 0;

/** Tells waits that something happened in a page. */
export function moved() {
  moves++;
}

/** What is called, with what was waited for, before a wait fails: whoever has a page takes a picture of it. */
export const failures = new Set();
/** A page that hangs gives no picture; in ms. */
const PICTURE_TIME = 10_000;

async function tellFailure(what) {
  const told = Promise.allSettled([...failures].map((tell) => tell(what)));
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, PICTURE_TIME))]);
}

/** Calls `probe` until it gives something else than undefined or false, and gives that; fails with `what` in the message when nothing moves any more. */
export async function until(what, probe) {
  const watch = watchSilence(SILENCE);
  const start = moves;
  let seen = moves;
  let isOver = false;
  let reason = '';
  const fail = async (why) => {
    await tellFailure(what);
    throw new Error(`Waited for ${what}, and ${why}.${reason}`);
  };
  const silence = watch.over.then(() => {
    isOver = true;
  });
  try {
    while (!isOver) {
      const value = await Promise.race([
        silence,
        // A probe may wait itself, for an element or for a page that hangs.
        (async () => probe())().catch((error) => {
          reason = ` (${error.message.split('\n')[0]})`;
        }),
      ]);
      if (value !== undefined && value !== false) return value;
      if (moves !== seen) watch.heard();
      seen = moves;
      if (moves - start > MOST_MOVES) await fail('the page goes on and on');
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return await fail(`nothing moved for ${String(SILENCE / 1_000)} s`);
  } finally {
    watch.end();
  }
}

/** Calls `read` until it gives the same text several times in a row, and gives that: for what is drawn in steps. */
export async function untilSteady(what, read) {
  let last;
  let times = 0;
  return until(what, async () => {
    const now = await read();
    const same = now !== undefined && JSON.stringify(now) === JSON.stringify(last);
    times = same ? times + 1 : 0;
    last = now;
    return times >= 4 ? now : undefined;
  });
}

/** Does something until a probe gives something: again only where nothing came of it for a while, for a machine may be slow. */
export async function actUntil(what, act, probe) {
  let acted = -Infinity;
  return until(what, async () => {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (performance.now() - acted < PATIENCE) return undefined;
    await act();
    acted = performance.now();
    return undefined;
  });
}

/** A probe for the text of an element: gives it once it is one that is wanted, and has not changed for a few looks. */
export function steadyText(element, isWanted) {
  let last;
  let times = 0;
  return async () => {
    const text = (await element.isVisible()) ? (await element.innerText()).replaceAll('\u00a0', ' ').trim() : '';
    times = text === last ? times + 1 : 0;
    last = text;
    return times >= 4 && isWanted(text) && text;
  };
}

/** Waits until an element of the page is there and visible. */
export async function untilShown(locator) {
  return until(String(locator), () => locator.isVisible());
}

/** Clicks an element of the page once it is there and stands still. */
export async function untilClicked(locator, options) {
  await until(`a click on ${String(locator)}`, async () => {
    await locator.click(options);
    return true;
  });
}

/** Waits until an element of the page is gone or hidden. */
export async function untilHidden(locator) {
  return until(`the end of ${String(locator)}`, async () => !(await locator.isVisible()));
}
