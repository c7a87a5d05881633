import { Key } from './keys';
import { Flag } from './row';

/** A member in which a record of another kind holds an event, as an object or in a string. */
export interface Holder {
  /** What the row of such a record is flagged with. */
  readonly flag: Flag;
  readonly key: Key;
  /** With a small first letter. */
  readonly name: string;
}

/** A record of Log Service, of GetAccessKeyLastUsedEvents, of EventBridge. */
export const HOLDERS: readonly Holder[] = [
  { flag: Flag.Sls, key: Key.Event, name: 'event' },
  { flag: Flag.LastUsed, key: Key.Detail, name: 'detail' },
  { flag: Flag.EventBridge, key: Key.Data, name: 'data' },
];

/** The member that holds the event of a row with these flags; undefined where the record is the event itself. */
export function holderOf(flags: number): Holder | undefined {
  return HOLDERS.find(({ flag }) => (flags & flag) !== 0);
}
