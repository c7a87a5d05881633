import { MAX_REMEMBERED } from './limits';

/** Remembers what a function gave for a text: the values of a log repeat. Bounded, since a hostile log's do not. */
export function remember<T>(decide: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined || known.has(text)) return seen as T;
    const verdict = decide(text);
    // A slice of the log would keep the whole log in memory.
    if (known.size < MAX_REMEMBERED) known.set(` ${text}`.slice(1), verdict);
    return verdict;
  };
}
