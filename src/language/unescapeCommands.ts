/** Commands that unescape and escape. Each takes the document's address and, where one place is meant, an offset; without them, what is at the cursor. */
export const UNESCAPE = 'trail.unescape';
export const UNESCAPE_ONCE = 'trail.unescapeOnce';
export const UNESCAPE_EVENT = 'trail.unescapeEvent';
export const UNESCAPE_DOCUMENT = 'trail.unescapeDocument';
export const ESCAPE_AGAIN = 'trail.escapeAgain';
/** Mends all findings of a code; for quick fixes, not in the palette. */
export const FIX_ALL = 'trail.fixAll';
export const FIX_EVENT = 'trail.fixAllInEvent';
