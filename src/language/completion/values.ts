import { type Bilingual } from '../../knowledge/bilingual';
import { type Catalogue } from '../../knowledge/catalogue';
import { fieldAt } from '../../knowledge/fields';
import { allRegions } from '../../knowledge/regions';
import { resolveService } from '../../knowledge/resolveService';
import { allResourceTypes } from '../../knowledge/resourceTypes';
import { allServices, serviceOf } from '../../knowledge/services';
import { memberOf, scalarText } from '../nodes';
import { type Spot } from './spot';
import { type Suggestion } from './suggestion';

/** What suggestions are made of beside the tables of fields. */
export interface Sources {
  readonly catalogue: Catalogue;
  /** Service names that stand in the log: products are spelled otherwise there than in the catalogue. */
  readonly serviceNames: readonly string[];
  /** Now, in ms since 1970. */
  readonly now: number;
}

/** The values that can be written at a spot. */
export function valueSuggestions({ path, event }: Spot, sources: Sources): readonly Suggestion[] {
  const field = fieldAt(path);
  if (field === undefined) return [];
  switch (field.kind) {
    case 'event-name':
      return eventNames(clue(event, 'serviceName'), clue(event, 'eventSource'), sources.catalogue);
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

function clue(event: Spot['event'], name: string): string | undefined {
  return scalarText(memberOf(event, name));
}

/** Every event that is known, those of the event's own service first, then those of all products. */
function eventNames(
  serviceName: string | undefined,
  eventSource: string | undefined,
  catalogue: Catalogue,
): readonly Suggestion[] {
  const own = resolveService({ serviceName, eventSource });
  const byName = new Map<string, Suggestion>();
  for (const entry of catalogue.all()) {
    const rank = entry.service === own ? 0 : entry.service === '*' ? 1 : 2;
    const known = byName.get(entry.name);
    if (known !== undefined && known.rank <= rank) continue;
    const service = serviceOf(entry.service);
    byName.set(entry.name, {
      label: entry.name,
      snippet: snippetOf(JSON.stringify(entry.name)),
      meaning: { zh: entry.zh, en: entry.en },
      note: service,
      kind: 'event-name',
      rank,
    });
  }
  return [...byName.values()];
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
