import { hashRange } from '../hash';

/** The member, at any depth of escapes, quoted or not. */
const EVENT_ID = /event[iI]d\\*"?\s*:\s*\\*"?([^"\\,}\s]+)/g;

/**
 * The event id in the text of a record, told by the hash that its row has; undefined where it is not found as it is: one with escapes in it, or a hash
 * of another text.
 */
export function eventIdIn(text: string, hash: number): string | undefined {
  for (const [, id = ''] of text.matchAll(EVENT_ID)) if ((hashRange(id, 0, id.length) || 1) === hash) return id;
  return undefined;
}
