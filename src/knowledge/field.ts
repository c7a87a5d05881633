import type { Bilingual } from './bilingual';

/** The JSON types that a field's value can have. `null` is not among them: it stands for a value that is absent. */
export type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'array';

/** What a field's value is, and so what can be said about it and which table explains it. */
export type ValueKind =
  | 'access-key'
  | 'account-id'
  | 'address'
  | 'arn'
  | 'boolean-text'
  | 'epoch-ms'
  | 'epoch-s'
  | 'error-code'
  | 'error-message'
  | 'event-name'
  | 'event-type'
  | 'host'
  | 'id'
  | 'identity-type'
  | 'insight-type'
  | 'json-text'
  | 'principal-id'
  | 'region'
  | 'resource-name'
  | 'resource-type'
  | 'secret'
  | 'service'
  | 'time'
  | 'token'
  | 'url'
  | 'user-agent'
  | 'user-name'
  | 'zone';

/** Which part of a record a field belongs to. */
export type FieldScope =
  | 'event'
  | 'identity'
  | 'session'
  | 'insight'
  | 'additional'
  | 'gateway'
  | 'parameter'
  | 'response'
  | 'collector'
  | 'envelope'
  | 'cloudevent';

/** One of the values that a field can have. */
export interface FieldValue {
  readonly value: string;
  readonly meaning: Bilingual;
}

/** What is known about one field. */
export interface Field {
  /** The name as it is documented; the other casing differs in its first letter only (facts 1). */
  readonly name: string;
  /** Where it stands, from the event's own level; `*` is any key or index, `#` an order ID used as a key. */
  readonly path: readonly string[];
  readonly scope: FieldScope;
  readonly types: readonly JsonType[];
  /** Whether the documentation of 2020 says that every event has it (facts 1.1). */
  readonly required: boolean;
  readonly kind: ValueKind | undefined;
  readonly meaning: Bilingual;
  /** The values that are known; empty where any will do. */
  readonly values: readonly FieldValue[];
  /** Whether values beyond the known ones are normal. */
  readonly open: boolean;
  /** Added by the gateway, not by the user (facts 3, last row). */
  readonly gateway: boolean;
  /** Where the fact comes from. */
  readonly source: string;
}
