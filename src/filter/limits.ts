/** Bounds of the filter language. Lengths are UTF-16 units. */

/** A filter's text. */
export const MAX_FILTER = 20_000;
/** Parentheses in parentheses, and signs of negation in a row. */
export const MAX_NESTING = 100;
/** Suggestions that are given at one place. */
export const MAX_SUGGESTIONS = 100;
