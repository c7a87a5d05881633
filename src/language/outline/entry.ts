/** What an entry of an outline stands for; decides its icon. */
export type EntryKind = 'event' | 'failure' | 'group' | 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'rest';

/** An entry of an outline before it becomes one of the editor's. Offsets are those of the log; `start <= nameStart <= nameEnd <= end`. */
export interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly kind: EntryKind;
  readonly start: number;
  readonly end: number;
  /** What a click selects. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly Entry[];
}
