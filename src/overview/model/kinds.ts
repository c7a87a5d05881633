import { type EventKind } from '../../knowledge/entry';

/** The kinds in the order in which they stand on one another, from the bottom: what changes nothing lies lowest. */
export const KINDS = ['read', 'write', 'delete', 'logon', 'order', 'platform'] as const satisfies readonly EventKind[];
