/** A member of an event at any depth of escapes, in either casing. */
const MEMBERS = {
  eventId: /event[iI]d(\\*"?\s*:\s*\\*"?)([^"\\,}\s]+)/gi,
  eventTime: /eventTime(\\*"?\s*:\s*\\*"?)([^"\\,}\s]+)/gi,
  acsRegion: /acsRegion(\\*"?\s*:\s*\\*"?)([^"\\,}\s]+)/gi,
  accountId: /(?:recipientA|a)ccountId(\\*"?\s*:\s*\\*"?)([^"\\,}\s]+)/gi,
} as const;

/** A stretch of a record's text, counted from the record's start. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a record's text has the value of a member, quotes not included: the first one that `isIt` takes. Its first character where there is none. */
export function memberPlace(text: string, member: keyof typeof MEMBERS, isIt: (value: string) => boolean): Stretch {
  for (const match of text.matchAll(MEMBERS[member])) {
    const [whole, , value = ''] = match;
    const end = match.index + whole.length;
    if (isIt(value)) return { start: end - value.length, end };
  }
  return { start: 0, end: 1 };
}
