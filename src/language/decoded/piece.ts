import { type Reason } from '../../escapes';

/** What is said behind a piece, in our own words. */
export type Remark =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'levels'; readonly levels: number; readonly over: number }
  | { readonly kind: 'undecodable'; readonly reason: Reason; readonly at: number }
  | { readonly kind: 'base64' }
  | { readonly kind: 'gathered' }
  | { readonly kind: 'cut' }
  /** What a Base64 text or a URL says: text of the log. */
  | { readonly kind: 'says'; readonly text: string };

/** Where something stands in the log: UTF-16 offsets. */
export interface Source {
  readonly start: number;
  readonly end: number;
  /** Where a unit of what is shown stands, by its offset there: escapes make the log longer. Absent where something else is shown. */
  readonly at?: (offset: number) => number;
}

interface Base {
  readonly source: Source;
  readonly remarks: readonly Remark[];
}

/** A value as it is shown: with everything in it decoded, and lists gathered. */
export type Piece =
  | (Base & { readonly type: 'scalar'; readonly text: string })
  | (Base & { readonly type: 'array'; readonly items: readonly Piece[] })
  | (Base & { readonly type: 'object'; readonly members: readonly Member[] });

export interface Member {
  readonly name: string;
  /** The key as it is written. */
  readonly key: string;
  readonly source: Source;
  readonly value: Piece;
}
