import { type Catalogue, createCatalogue } from './catalogue';

let current: Catalogue | undefined;

/**
 * The catalogue that explains event names now: the built-in one, until the editor adds what users have imported or configured.
 * Ask for it at each lookup; keep nothing that it said over `Catalogues.onDidChange`.
 */
export function currentCatalogue(): Catalogue {
  return (current ??= createCatalogue());
}

/** Makes another catalogue the current one; undefined: the built-in one. */
export function setCurrentCatalogue(catalogue: Catalogue | undefined): void {
  current = catalogue;
}
