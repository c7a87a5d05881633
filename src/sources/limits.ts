/** Every bound of what logs are read from, in one place. Reaching one is told to the user. */

const MB = 1024 * 1024;

/** VS Code gives documents above this to no extension; UTF-16 units. */
export const EDITOR_LIMIT = 50 * MB;
/** What gzip may grow to: a text of EDITOR_LIMIT units has at most three bytes a unit. Bytes. */
export const MAX_UNZIPPED = 3 * EDITOR_LIMIT;
/** What a byte of gzip becomes at the most. Bytes. */
export const MAX_GROWTH = 1_032;
/** A compressed file above this is not read: it can only grow beyond MAX_UNZIPPED. Bytes. */
export const MAX_PACKED = 512 * MB;
/** What is kept of a file that would grow beyond it: as much as the editor can show. Bytes. */
export const KEPT_OF_TOO_LARGE = EDITOR_LIMIT;
/** Files above this are not indexed further. Bytes. */
export const MAX_FILE = 4096 * MB;
/** Events of one log; what follows is not indexed. */
export const MAX_EVENTS = 10_000_000;
/** Text that is scanned at once in a file that is read in parts, at first. Units. */
export const FILE_WINDOW = MB;
/** The same where a record goes on behind it; a record that is longer is taken to end there. Units. */
export const MAX_WINDOW = 64 * MB;
/** The longest text that is read of a file at once. Units. */
export const MAX_READ = 64 * MB;
/** Rows that are handed over at once while a file is scanned. */
export const PART_ROWS = 16_384;
/** Of them, or of values, that are taken over between two looks at the clock. */
export const TAKEN_AT_ONCE = 1_024;
/** Units that are scanned before progress is told. */
export const PART_LENGTH = 16 * MB;
/** Text that is scanned in a thread of its own, not here. Units. */
export const WORKER_FROM = 4 * MB;
/** Text that is scanned at once where there is no thread for it. Units. */
export const SLICE_WINDOW = 1 << 18;
/** What a thread scans at a time where several scan one log. Units. */
export const SEGMENT = 32 * MB;
/** What is looked through at a time when text is searched. Units. */
export const SEARCH_WINDOW = MB;
/** How far a place is looked for at which a log may be divided. Units. */
export const SEGMENT_SEARCH = 1 << 16;
/** How long work holds a thread that others wait for, in ms. */
export const SLICE = 10;
/** What is compared of a file that has grown, to see that it is the same one: so many bytes of its start and before its old end. */
export const MAX_PRINT = 1_024;
/** Objects of a folder that are read. */
export const MAX_OBJECTS = 200_000;
/** Objects of a folder that are read at the same time in one thread. */
export const AT_ONCE = 8;
/** Objects that a thread is given to read at a time. */
export const OBJECTS_AT_ONCE = 16;
/** Objects that are read in threads of their own, not here. */
export const THREADS_FROM = 64;
/** Text of objects that is kept for events that are looked at, besides the last one. Units. */
export const CACHED_LENGTH = 64 * MB;
/** Compressed objects that are kept where they cannot be read again without waiting. Bytes. */
export const MAX_HELD = 256 * MB;
/** Objects that could not be read are listed up to this many; more are counted. */
export const MAX_FAILURES = 1_000;
/** Contents of compressed files that are kept for the editor, which reads them several times. */
export const CACHED_FILES = 2;
