/** Every bound of the checks, in one place. */

/** Findings of one code that are kept of a log; the rest is counted. VS Code shows 1,000 a file. */
export const MAX_KEPT = 1_000;
/** Findings of one row that are kept; the rest is counted. */
export const MAX_PER_ROW = 200;
/** Pieces of a skipped stretch that are told apart. */
export const MAX_PIECES = 1_000;
/** Distinct values of which a verdict is remembered. */
export const MAX_REMEMBERED = 10_000;
/** Text between two records that is checked, in UTF-16 units. */
export const MAX_GAP = 1 << 20;
/** How often an event may be put into a string. */
export const MAX_LAYERS = 4;
/** The longest record that is read at once: to check it, or to answer for one place in it; UTF-16 units. */
export const MAX_AT_ONCE = 1 << 22;
/** Rows that are checked at once to answer for one part of the log. */
export const MAX_ROWS_AT_ONCE = 100;
/** Rows with one hash that are compared as text to find a duplicate: a hostile log can make many. */
export const MAX_CANDIDATES = 16;
/** Accounts or regions beside the one that the file name says of which each is told. */
export const MAX_OTHERS = 20;
/** Events of another account or region that are read to find one that the file name is about. */
export const MAX_TRIES = 20;
