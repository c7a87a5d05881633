import { Places } from '../trail/search';
import { SEARCH_WINDOW } from './limits';

/** Rows whose text may hold what is looked for, and how far the search has come. */
export interface Found {
  readonly rows: readonly number[];
  /** Of all that there is to read; 0 to 1. */
  readonly share: number;
  /** Why some of it could not be read. */
  readonly problems: readonly string[];
}

/** Looks through a log in steps, none of which holds the thread for long. It ends early where `goesOn`, asked after each pause, says no. */
export type Search = (words: readonly string[], goesOn: () => boolean) => AsyncGenerator<Found, void, undefined>;

/** Where any of some words stands in a text that `read` gives window by window: offsets in their order. Undefined behind each window. */
export function* wordsIn(
  read: (start: number, end: number) => string,
  length: number,
  words: readonly string[],
): Generator<number | undefined, void, undefined> {
  const overlap = Math.max(...words.map((word) => word.length)) - 1;
  for (let base = 0; base < length; base += SEARCH_WINDOW) {
    const places = new Places(read(base, Math.min(length, base + SEARCH_WINDOW + overlap)), words);
    for (let from = 0, hit = places.from(from); hit !== undefined && hit.start < SEARCH_WINDOW; hit = places.from(from)) {
      yield base + hit.start;
      from = hit.start + 1;
    }
    yield undefined;
  }
}
