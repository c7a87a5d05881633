import { watchEditor, watchSilence } from '../silence';

/** A wait fails when nothing has happened for so long, in ms. */
const SILENCE = 90_000;
/** So many events without what is waited for are an editor that never comes to rest. */
const MOST_EVENTS = 50_000;
const PAUSE = 20;

/**
 * Calls `probe` until it gives something else than undefined or false, and gives that; fails with `what` in the message once nothing happens any more.
 * What happens is told by the editor's events, and by `sign`: how far work has come that has none.
 */
export async function until<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  sign: () => unknown = () => undefined,
): Promise<Exclude<T, undefined | false>> {
  const watch = watchSilence(SILENCE);
  let events = 0;
  const editor = watchEditor(() => {
    events++;
    watch.heard();
  });
  let seen = sign();
  try {
    while (!watch.isOver() && events < MOST_EVENTS) {
      // A probe may wait itself, for an answer that never comes.
      const value = await Promise.race([probe(), watch.over]);
      if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>;
      const now = sign();
      if (now !== seen) watch.heard();
      seen = now;
      await pause(PAUSE);
    }
  } finally {
    watch.end();
    editor.dispose();
  }
  throw new Error(`waited for ${what}, and ${watch.isOver() ? 'nothing happens any more' : 'the editor goes on and on'}`);
}

/** Does something until a probe gives something, again and again: where it is no use before something else is ready. */
export async function actUntil<T>(
  what: string,
  act: () => unknown,
  probe: () => T | PromiseLike<T>,
): Promise<Exclude<T, undefined | false>> {
  return until(what, async () => {
    await act();
    return probe();
  });
}

/** Gives what must not happen the time to happen. */
export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
