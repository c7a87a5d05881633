/** What can be taken out of a log before it is shared. */
export type RedactKind =
  | 'accounts'
  | 'users'
  | 'accessKeys'
  | 'secrets'
  | 'addresses'
  | 'resources'
  | 'emails'
  | 'phones'
  | 'identityNumbers'
  | 'domains'
  | 'patterns';

/** All kinds, in the order in which they are offered. */
export const REDACT_KINDS: readonly RedactKind[] = [
  'accounts',
  'users',
  'accessKeys',
  'secrets',
  'addresses',
  'resources',
  'emails',
  'phones',
  'identityNumbers',
  'domains',
  'patterns',
];

/** Takes a value that is to be replaced wherever it stands. */
export type Sink = (kind: RedactKind, value: string) => void;
