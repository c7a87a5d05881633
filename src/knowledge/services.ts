import type { Bilingual } from './bilingual';
import text from 'knowledge:services';

/** A cloud service. */
export interface Service extends Bilingual {
  /** The OpenAPI product code in lower case: the key of catalogues. */
  readonly code: string;
  /** The code in the vendor's own casing, as its metadata is addressed. */
  readonly name: string;
  /** Whether the vendor publishes an API under this code; logon services have none. */
  readonly openApi: boolean;
}

interface Row extends Bilingual {
  readonly name: string;
  readonly openApi?: boolean;
}

interface Data {
  readonly services: readonly Row[];
  readonly aliases: Readonly<Record<string, string>>;
}

/** The `-inner` of an AcsProduct marks an internal API of the same product (facts 1.5). */
const INNER = /-inner$/;

let services: ReadonlyMap<string, Service> | undefined;
let added: readonly Service[] = [];
let aliases: readonly (readonly [alias: string, code: string])[] | undefined;

function load(): ReadonlyMap<string, Service> {
  const data = JSON.parse(text) as Data;
  const byName = new Map<string, Service>();
  for (const { name, zh, en, openApi = true } of data.services)
    byName.set(name.toLowerCase(), { code: name.toLowerCase(), name, openApi, zh, en });
  for (const [alias, code] of Object.entries(data.aliases)) {
    const service = byName.get(code);
    if (service !== undefined && !byName.has(alias)) byName.set(alias, service);
  }
  for (const service of added) if (!byName.has(service.code)) byName.set(service.code, service);
  return byName;
}

/** Makes products known that imported metadata names and that are not built in; those of the call before are forgotten. */
export function addServices(list: readonly (Bilingual & { readonly name: string })[]): void {
  added = list.map(({ name, zh, en }) => ({ code: name.toLowerCase(), name, openApi: true, zh, en }));
  services = undefined;
}

function known(): ReadonlyMap<string, Service> {
  services ??= load();
  return services;
}

/** Every service that is known, by code. Source: the vendor's API metadata; facts 1.5. */
export function allServices(): readonly Service[] {
  return [...new Set(known().values())];
}

/** Every name in lower case under which a log may have a service, with the service. */
export function serviceNames(): readonly (readonly [string, Service])[] {
  return [...known()];
}

/** The other names of a service, by which people look for it. */
export function aliasesOf({ code }: Service): readonly string[] {
  aliases ??= Object.entries((JSON.parse(text) as Data).aliases);
  return aliases.filter(([, owner]) => owner === code).map(([alias]) => alias);
}

/** The service of a serviceName, an AcsProduct or a product code, without regard to case. Source: facts 1.5. */
export function serviceOf(name: string): Service | undefined {
  const lower = name.trim().toLowerCase();
  return known().get(lower) ?? known().get(lower.replace(INNER, ''));
}
