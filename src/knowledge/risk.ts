import type { CatalogueEntry } from './entry';
import text from 'knowledge:techniques';

/** How much harm an event can do. */
export type Risk = 'high' | 'medium' | 'low';

/** A technique of MITRE ATT&CK. */
export interface Technique {
  readonly id: string;
  /** Its name in English, as ATT&CK has no other. */
  readonly name: string;
  readonly page: string;
}

type ByService<T> = Readonly<Record<string, T | undefined>>;

interface Data {
  readonly techniques: Readonly<Record<string, string | undefined>>;
  readonly usual: ByService<readonly string[]>;
  readonly events: ByService<Readonly<Record<string, string | undefined>>>;
}

/** Where ATT&CK explains its techniques. */
const PAGES = 'https://attack.mitre.org/techniques';

let data: Data | undefined;
const known = (): Data => (data ??= JSON.parse(text) as Data);

/** Whether an entry is of the very event: what is derived or borrowed says nothing about how much harm it does. */
const isItself = ({ derived, match }: CatalogueEntry): boolean => !derived && (match === 'service' || match === 'common');

/** The technique that an event is part of where somebody who should not causes it; undefined for events that attackers have little use for. */
export function techniqueOf(entry: CatalogueEntry): Technique | undefined {
  const { techniques, events } = known();
  const id = isItself(entry) ? of(events, entry)?.[nameOf(entry)] : undefined;
  const name = id === undefined ? undefined : techniques[id];
  return id === undefined || name === undefined ? undefined : { id, name, page: `${PAGES}/${id.replace('.', '/')}/` };
}

/**
 * How much harm an event can do: `high` where attackers cause it and it is no everyday work, `medium` where its entry says why to look at it, else `low`.
 * Undefined where its meaning is only derived or borrowed.
 */
export function riskOf(entry: CatalogueEntry): Risk | undefined {
  if (!isItself(entry)) return undefined;
  const isUsual = of(known().usual, entry)?.includes(nameOf(entry)) ?? false;
  if (!isUsual && techniqueOf(entry) !== undefined) return 'high';
  return entry.why === undefined ? 'low' : 'medium';
}

const nameOf = ({ name, documentedName }: CatalogueEntry): string => documentedName ?? name;

/** Of a common name what is said is the same for every service. */
const of = <T>(table: ByService<T>, { service, match }: CatalogueEntry): T | undefined =>
  table[match === 'common' ? '*' : service];
