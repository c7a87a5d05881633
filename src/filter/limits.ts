/** Bounds of the filter language. Lengths are UTF-16 units. */

/** A filter's text. */
export const MAX_FILTER = 20_000;
/** Parentheses in parentheses, and signs of negation in a row. */
export const MAX_NESTING = 100;
/** How often the text of a record is unescaped to be searched. */
export const MAX_LEVELS = 4;
/** Suggestions that are given at one place. */
export const MAX_SUGGESTIONS = 100;
