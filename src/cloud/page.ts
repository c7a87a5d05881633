import { type Answer } from './answer';
import { type Call } from './call';

/** An answer that holds events: its raw text is a part of the log. */
export interface Page {
  /** As it came: nothing is parsed and printed again. */
  readonly text: string;
  readonly events: number;
  /** The time of its oldest event, ms since 1970. */
  readonly oldest?: number;
  /** Nothing follows it. */
  readonly isLast: boolean;
}

/** What to know of what a search found. */
export type SearchNote =
  /** The service refuses these attributes together, or at all: it was asked without them. */
  | { readonly code: 'attributes-refused'; readonly detail: string }
  /** The service has no index of this member: it was asked without the condition. */
  | { readonly code: 'not-indexed'; readonly detail: string }
  /** An answer stayed incomplete. */
  | { readonly code: 'incomplete' }
  /** The look-up reaches back 90 days: it begins then. */
  | { readonly code: 'reach'; readonly from: number }
  /** Values were looked for in the case in which they were written. */
  | { readonly code: 'exact-case'; readonly detail: string };

/** What a search does next: it asks, or it has a page. */
export type Step = { readonly call: Call } | { readonly page: Page };

/** A search: it yields calls and takes their answers, and yields pages, newest first. It can be left after any page, and gone on with later. */
export type Paging = Generator<Step, void, Answer | undefined>;

/** What a search is given besides what it looks for. */
export interface PagingContext {
  /** How many events are wanted still. */
  readonly wanted: () => number;
  readonly note: (note: SearchNote) => void;
}

/** Asks within a search; the answer to a call is always given. */
export function* asked(call: Call): Generator<Step, Answer, Answer | undefined> {
  const answer = yield { call };
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

/** A search of which is known that it finds nothing. */
export function* nothing(): Paging {
  // No call.
}
