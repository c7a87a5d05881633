/** The largest file that is read; bytes. The metadata of the largest product has about 10 MB. */
export const MAX_FILE = 64 * 1024 * 1024;
/** A zip's files are counted before they are read; the vendor's repository has about 35,000. */
export const MAX_ZIP_ENTRIES = 200_000;
/** What all files taken from a zip or a folder may hold together; bytes. */
export const MAX_TOTAL = 256 * 1024 * 1024;
/** Files taken from one folder or zip. */
export const MAX_FILES = 5_000;
/** Events of one set: six times as many as the vendor publishes. */
export const MAX_EVENTS = 100_000;
/** Problems that are kept; further ones are counted. */
export const MAX_PROBLEMS = 500;
/** As in the schema; UTF-16 units. */
export const MAX_TEXT = 1_000;
/** A longer cell of a table holds no meaning; UTF-16 units. */
export const MAX_CELL = 8_000;
