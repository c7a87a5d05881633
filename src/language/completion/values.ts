import { type Bilingual } from '../../knowledge/bilingual';
import { type Catalogue } from '../../knowledge/catalogue';
import { fieldAt } from '../../knowledge/fields';
import { allOperations } from '../../knowledge/operations';
import { allRegions } from '../../knowledge/regions';
import { resolveService } from '../../knowledge/resolveService';
import { allResourceTypes } from '../../knowledge/resourceTypes';
import { allServices, serviceOf } from '../../knowledge/services';
import { memberOf, scalarText } from '../../event/nodes';
import { type Spot } from './spot';
import { type Suggestion } from './suggestion';

/** Names of other services are offered up to about this many: with an imported catalogue there are tens of thousands. */
export const MAX_NAMES = 1_000;

/** What suggestions are made of beside the tables of fields. */
export interface Sources {
  readonly catalogue: Catalogue;
  /** Service names that stand in the log: products are spelled otherwise there than in the catalogue. */
  readonly serviceNames: readonly string[];
  /** The text between the start of what is replaced and the cursor. */
  readonly typed: string;
  /** Now, in ms since 1970. */
  readonly now: number;
}

/** The values that can be written at a spot. */
export function valueSuggestions({ path, event }: Spot, sources: Sources): readonly Suggestion[] {
  const field = fieldAt(path);
  if (field === undefined) return [];
  switch (field.kind) {
    case 'event-name':
      return eventNames(serviceOfEvent(event), sources);
    case 'service':
      return services(sources.serviceNames);
    case 'region':
      return allRegions().map((region) => value(region.id, region, region.closed === true ? 1 : 0));
    case 'resource-type':
      return allResourceTypes().map(({ id, meaning }) => value(id, meaning));
    case 'time':
      return [
        value(`${new Date(sources.now).toISOString().slice(0, 19)}Z`, { zh: '当前时间（UTC）', en: 'The time now, in UTC' }),
      ];
    default:
  }
  if (field.values.length > 0)
    return field.values.map(({ value: text, meaning }) => value(text, meaning, 0, field.types[0] !== 'boolean'));
  return field.types.includes('boolean') ? ['true', 'false'].map((text) => value(text, undefined, 0, false)) : [];
}

/** The service of the event that is being written. */
function serviceOfEvent(event: Spot['event']): string | undefined {
  const parameters = memberOf(event, 'requestParameters');
  return resolveService({
    serviceName: scalarText(memberOf(event, 'serviceName')),
    acsProduct: parameters && scalarText(memberOf(parameters, 'acsProduct')),
    eventSource: scalarText(memberOf(event, 'eventSource')),
  });
}

/** The events that are known: those of the event's own service first, then those of all products, then what fits the letters that are written. */
function eventNames(own: string | undefined, { catalogue, typed }: Sources): readonly Suggestion[] {
  const services = new Map<string, { readonly service: string; readonly rank: number }>();
  const letters = lettersOf(typed);
  for (const { service, name, folded } of namesOf(catalogue)) {
    const rank = service === own ? 0 : service === '*' ? 1 : 2;
    const known = services.get(name);
    if (known !== undefined && known.rank <= rank) continue;
    if (rank === 2 && (services.size >= MAX_NAMES || !holdsLetters(folded, letters))) continue;
    services.set(name, { service, rank });
  }
  return [...services].map(([name, { service, rank }]) => {
    const entry = catalogue.lookup(service, name);
    return {
      label: name,
      snippet: snippetOf(JSON.stringify(name)),
      meaning: { zh: entry.zh, en: entry.en },
      note: serviceOf(service),
      kind: 'event-name' as const,
      rank,
    };
  });
}

interface Name {
  readonly service: string;
  readonly name: string;
  readonly folded: string;
}

let latest: { readonly catalogue: Catalogue; readonly names: readonly Name[] } | undefined;

/** Every name of the current catalogue and of the public APIs, once for each service. They are kept: somebody who types asks again and again. */
function namesOf(catalogue: Catalogue): readonly Name[] {
  if (latest?.catalogue === catalogue) return latest.names;
  const seen = new Set<string>();
  const names: Name[] = [];
  const add = (service: string, name: string): void => {
    const folded = name.toLowerCase();
    const key = `${service} ${folded}`;
    if (seen.has(key)) return;
    seen.add(key);
    names.push({ service, name, folded });
  };
  for (const { service, name } of catalogue.found()) add(service, name);
  for (const { service, name } of allOperations()) add(service, name);
  latest = { catalogue, names };
  return names;
}

/** What is written of a literal, without its quotes. */
function lettersOf(typed: string): string {
  return typed.replaceAll('"', '').trim().toLowerCase();
}

/** Whether a name holds letters in their order, as the editor's own filter wants it. */
function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function services(inLog: readonly string[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const name of inLog) if (name !== '') found.set(name, value(name, serviceOf(name)));
  for (const service of allServices()) if (!found.has(service.name)) found.set(service.name, value(service.name, service, 1));
  return [...found.values()];
}

function value(text: string, meaning: Bilingual | undefined, rank = 0, quoted = true): Suggestion {
  return {
    label: text,
    snippet: snippetOf(quoted ? JSON.stringify(text) : text),
    meaning: meaning && { zh: meaning.zh, en: meaning.en },
    note: undefined,
    kind: 'value',
    rank,
  };
}

/** Text that is written as it is: in a snippet a name of the log must not become a variable. */
function snippetOf(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
