import type { Bilingual } from './bilingual';

/**
 * What sort of operation an event records.
 *
 * - `read`: nothing changes.
 * - `write`: something is made, changed, started or stopped.
 * - `delete`: something is taken away: a resource, a right, a binding, a tag.
 * - `logon`: somebody logs on or off, or takes on an identity.
 * - `order`: something is bought, renewed, refunded or paid differently.
 * - `platform`: the cloud itself acts.
 */
export type EventKind = 'read' | 'write' | 'delete' | 'logon' | 'order' | 'platform';

/** Where a meaning comes from: a name that is the same in both languages, or one for each. */
export type Source = Bilingual | string;

/** One event as a catalogue file holds it. Only an imported file may lack one of the two languages. */
export interface CatalogueEvent {
  readonly zh?: string;
  readonly en?: string;
  readonly kind?: EventKind;
  readonly why?: Bilingual;
  readonly note?: Bilingual;
  readonly source?: Source;
}

/** A catalogue file: the events of one product, or (`*`) names that every product uses. */
export interface CatalogueFile {
  readonly service: string;
  readonly also?: readonly string[];
  readonly source?: Source;
  readonly events: Readonly<Record<string, CatalogueEvent>>;
}

/** The layers of a catalogue in the order of trust: the first one that knows a name explains it. */
export const TRUST = ['workspace', 'user', 'imported', 'builtin'] as const;
export type LayerId = (typeof TRUST)[number];

/** Catalogue files of one origin. They are asked for at the first lookup, not before. */
export interface CatalogueLayer {
  readonly id: LayerId;
  /** For events whose file names no source. */
  readonly source: Source;
  files(): readonly CatalogueFile[];
}

/**
 * How an entry was found.
 *
 * - `service`: by service and name.
 * - `common`: a name that every product uses.
 * - `relative`: the service does not hold the name, but another API of the same product does; only its texts are taken.
 * - `other`: the event names no service, and exactly one has the name.
 * - `ambiguous`: as `other`, but several services have it: see `candidates`.
 * - `derived`: from the words of the name.
 */
export type Match = 'service' | 'common' | 'relative' | 'other' | 'ambiguous' | 'derived';

/** What is said about an event name. */
export interface CatalogueEntry {
  /** The service of the meaning, in its canonical lower-case code; `*` for a common name without a service. */
  readonly service: string;
  /** The name as it was asked for. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: EventKind;
  /** Why somebody who reviews the log should look at it. */
  readonly why?: Bilingual;
  readonly note?: Bilingual;
  readonly source: Source;
  readonly derived: boolean;
  readonly match: Match;
  /** Absent when the meaning is derived. */
  readonly layer?: LayerId;
  /** The name as the catalogue or the vendor's list of operations spells it, where that differs. */
  readonly documentedName?: string;
  /** The language that the source lacks, and where its text comes from: a less trusted layer, or the name. */
  readonly filled?: { readonly language: 'zh' | 'en'; readonly source: Source };
  /** All services' meanings where the service does not decide, the most likely one first. */
  readonly candidates?: readonly CatalogueEntry[];
}
