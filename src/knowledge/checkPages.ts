import type { Bilingual } from './bilingual';
import text from 'knowledge:checks';

/**
 * A log that shows a finding, or the lack of it. `event` and each of `events` are members that take the place of those of a whole event, or, in
 * braces, a whole record; `log` is a whole text; `file` is its name.
 */
export interface Example {
  readonly event?: string;
  readonly events?: readonly string[];
  readonly log?: string;
  readonly file?: string;
}

/** All that is said of a finding code: what it means, what to do, and two examples. */
export interface CheckPage extends Bilingual {
  readonly code: string;
  /** The severity where the user has not set another. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint' | 'off';
  /** Whether a quick fix mends it. */
  readonly fix: boolean;
  /** The meaning in a line. */
  readonly short: Bilingual;
  readonly advice: Bilingual;
  readonly bad: Example;
  readonly good: Example;
}

let pages: readonly CheckPage[] | undefined;

/** The page of every code, in the order of the codes. */
export function checkPages(): readonly CheckPage[] {
  pages ??= JSON.parse(text) as readonly CheckPage[];
  return pages;
}
