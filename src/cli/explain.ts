import { apiPageOf, operationOfEntry } from '../knowledge/apiPage';
import { createCatalogue, type Source } from '../knowledge/catalogue';
import { oppositeOf } from '../knowledge/opposites';
import { resolveService } from '../knowledge/resolveService';
import { type Risk, riskOf, techniqueOf } from '../knowledge/risk';
import { wordsOf } from '../knowledge/derive/words';
import { type Console, print, tell } from './console';

export const EXPLAIN_USAGE = 'Usage: npm run -s inspect -- --explain NAME [--service SERVICE]';

/** What a hover says of an event name, for scripts. */
export interface Explanation {
  /** The product's code; `*` for a name of every product without a service. Empty where nobody knows whose it is. */
  readonly service: string;
  /** As the catalogue spells it. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: string;
  /** In English. */
  readonly source: string;
  readonly derived: boolean;
  /** Why to look at it, in English. */
  readonly why: string | undefined;
  /** What else to know, in English. */
  readonly note: string | undefined;
  readonly risk: Risk | undefined;
  /** The technique of MITRE ATT&CK: its id and name. */
  readonly technique: string | undefined;
  /** The event that undoes it. */
  readonly undoneBy: string | undefined;
  /** The vendor's page of the operation. */
  readonly page: string | undefined;
  /** Whether the vendor's list of operations marks it as an older one. */
  readonly deprecated: true | undefined;
}

/** The entry that a hover would use; undefined for what is no name at all. `service` is a serviceName, a product code or a host. */
export function explain(name: string, service?: string): Explanation | undefined {
  if (wordsOf(name).length === 0) return undefined;
  const code = service === undefined ? undefined : resolveService({ serviceName: service, eventSource: service });
  const catalogue = createCatalogue();
  const entry = catalogue.lookup(code, name);
  const { service: owner, documentedName, zh, en, kind, source, derived, why, note } = entry;
  const technique = techniqueOf(entry);
  // What is undefined is not printed.
  return {
    service: owner,
    name: documentedName ?? name,
    zh,
    en,
    kind,
    source: english(source),
    derived,
    why: why?.en,
    note: note?.en,
    risk: riskOf(entry),
    technique: technique && `${technique.id} ${technique.name}`,
    undoneBy: oppositeOf(catalogue, entry),
    page: apiPageOf(entry, ''),
    deprecated: operationOfEntry(entry)?.deprecated === true ? true : undefined,
  };
}

function english(source: Source): string {
  return typeof source === 'string' ? source : source.en;
}

/** Runs `--explain`: prints the entry as JSON and gives 0; 1 for what is no name; 2 where the usage is wrong. */
export function explainMain(args: readonly string[], console: Console): number {
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const [, option = '', value] = /^--(explain|service)(?:=(.*))?$/s.exec(args[at] ?? '') ?? [];
    const given = value ?? args[++at];
    if (option === '' || given === undefined || values.has(option)) {
      tell(console, EXPLAIN_USAGE);
      return 2;
    }
    values.set(option, given);
  }
  const name = values.get('explain') ?? '';
  const explanation = explain(name, values.get('service'));
  if (explanation === undefined) {
    tell(console, `${JSON.stringify(name)} is no event name.`);
    return 1;
  }
  print(console, explanation);
  return 0;
}
