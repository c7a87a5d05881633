import type { Bilingual } from './bilingual';
import { serviceOf } from './services';
import text from 'knowledge:resource-types';

/** A type of resource, such as `ACS::ECS::Instance`. */
export interface ResourceType {
  readonly id: string;
  /** The product code in lower case, when the id tells it. */
  readonly service: string | undefined;
  readonly meaning: Bilingual;
  /** Made from the parts of the id: no table holds it. */
  readonly derived: boolean;
}

interface Tables {
  readonly byId: ReadonlyMap<string, ResourceType>;
  /** By the last part alone, where it is not ambiguous: old events write bare types such as `VSwitch` (facts 1.1). */
  readonly byNoun: ReadonlyMap<string, ResourceType | undefined>;
}

const FULL = /^ACS::([A-Za-z0-9_-]+)::([A-Za-z0-9_-]+)$/i;

let tables: Tables | undefined;

function load(): Tables {
  const byId = new Map<string, ResourceType>();
  const byNoun = new Map<string, ResourceType | undefined>();
  for (const [id, [zh, en]] of Object.entries(JSON.parse(text) as Readonly<Record<string, readonly [string, string]>>)) {
    const [, product = '', noun = ''] = id.split('::');
    const type: ResourceType = { id, service: serviceOf(product)?.code, meaning: { zh, en }, derived: false };
    byId.set(id.toLowerCase(), type);
    byNoun.set(noun.toLowerCase(), byNoun.has(noun.toLowerCase()) ? undefined : type);
  }
  return { byId, byNoun };
}

function known(): Tables {
  tables ??= load();
  return tables;
}

/** Every resource type that is known. Source: facts 1.1 and the vendor's resource types. */
export function allResourceTypes(): readonly ResourceType[] {
  return [...known().byId.values()];
}

/** The types of a resourceType field: `;` separates them (facts 1.1). */
export function resourceTypesIn(value: string): readonly string[] {
  return value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The lists of names of a resourceName field, in the order of the types: `;` between types, `,` within one (facts 1.1). */
export function resourceNamesIn(value: string): readonly (readonly string[])[] {
  return resourceTypesIn(value).map((group) =>
    group
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
}

/** What a resource type is: from the table, by a bare noun of old events, or derived from product and noun. Undefined for other text. */
export function resourceType(id: string): ResourceType | undefined {
  const found = known().byId.get(id.toLowerCase());
  if (found !== undefined) return found;
  const match = FULL.exec(id);
  if (match === null) return known().byNoun.get(id.toLowerCase());
  const [, product = '', noun = ''] = match;
  const service = serviceOf(product);
  const words = noun.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
  const meaning = { zh: `${service?.zh ?? product} 的资源：${words}`, en: `${words} of ${service?.en ?? product}` };
  return { id, service: service?.code, meaning, derived: true };
}
