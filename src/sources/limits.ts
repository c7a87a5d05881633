/** Every bound of what logs are read from, in one place. Reaching one is told to the user. */

const MB = 1024 * 1024;

/** VS Code gives documents above this to no extension; UTF-16 units. */
export const EDITOR_LIMIT = 50 * MB;
/** What gzip may grow to: a text of EDITOR_LIMIT units has at most three bytes a unit. Bytes. */
export const MAX_UNZIPPED = 3 * EDITOR_LIMIT;
/** What is kept of a file that would grow beyond it: as much as the editor can show. Bytes. */
export const KEPT_OF_TOO_LARGE = EDITOR_LIMIT;
