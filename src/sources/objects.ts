/** Names of the objects of a folder that may be logs. */
const LOG = /\.(?:gz|json|jsonl|ndjson)$/i;
/** A delivered object's name (facts 2.4): the time at which it was written, UTC, and how many events it holds. */
const DELIVERED = /(?:^|\/)Actiontrail_[^/]*?_(\d{14})_\d+_\d+_\d+_[0-9a-f]+(?:\.gz)?$/i;

/** Whether a file below a folder is read as a log of it. */
export function isLogName(name: string): boolean {
  return LOG.test(name) || DELIVERED.test(name);
}

/** Orders objects by the time in their names; those without one by name, behind the others. */
export function byTime(a: string, b: string): number {
  const timeA = DELIVERED.exec(a)?.[1] ?? '~';
  const timeB = DELIVERED.exec(b)?.[1] ?? '~';
  return timeA === timeB ? (a < b ? -1 : a > b ? 1 : 0) : timeA < timeB ? -1 : 1;
}
