/** Every bound of the trail engine, in one place. Reaching one is told to the user. Lengths are UTF-16 units. */

/** Nesting below which a record is lexed and parsed; jsonc-parser overflows the stack at about 3,500. */
export const MAX_DEPTH = 500;
/** Containers around records (an array in a response in a body …): deeper ones hold no trail. */
export const MAX_CONTAINERS = 8;
/** Tokens that are kept of one record; the rest of a longer one is skipped over. */
export const MAX_TOKENS = 400_000;
/** Problems that are kept of one record. */
export const MAX_PROBLEMS = 100;
/** Text that is gone through between two looks at the clock: some milliseconds at the most. */
export const STRIDE = 1 << 17;
/** Text of a document that is read at once while it is scanned: a document joins its lines for it, which must be done within a slice. */
export const SCAN_WINDOW = 1 << 17;
/** Text that is read at first after an edit; it doubles until the scan is in step again. */
export const EDIT_WINDOW = 1 << 13;
/** Text between the ends of a skipped stretch, and between the rows of a block: their offsets have 32 bits. */
export const MAX_SPAN = 1 << 30;
/** Rows in a block of the row store, before it is split. */
export const MAX_BLOCK_ROWS = 512;
/** Groups of one depth that are told apart; those with the fewest events beyond it are one in each list. */
export const MAX_GROUPS = 50_000;
/** Skipped stretches that are listed with line and reason. */
export const MAX_SKIPPED = 1_000;
/** What is remembered of the text between the values of records, to know it again: pieces, units of one and of all, and how deep they lie. */
export const MAX_LEADS = 1 << 14;
export const MAX_LEAD = 384;
export const MAX_LEAD_UNITS = 1 << 20;
export const MAX_LEAD_DEPTH = 32;
/** Values of a record that is read along what is remembered; a longer one is read as if nothing were. With `MAX_LEAD` it keeps below `MAX_TOKENS`. */
export const MAX_LEAD_VALUES = 1 << 10;
