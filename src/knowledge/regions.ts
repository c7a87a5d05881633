import type { Bilingual } from './bilingual';
import text from 'knowledge:regions';

/** A region of Alibaba Cloud. */
export interface Region extends Bilingual {
  readonly id: string;
  readonly area: 'asiaPacific' | 'europeAmerica' | 'middleEast' | 'industryCloud' | 'other';
  /** Shut down; it still stands in old logs. */
  readonly closed?: boolean;
}

/** A zone: a part of a region, named by its letter; a multi-zone id (`cn-hangzhou-MAZ6(b,f)`) names several. */
export interface Zone {
  readonly id: string;
  readonly region: Region;
  readonly letters: readonly string[];
}

const SINGLE = /^-?([a-z])$/;
const MULTIPLE = /^-MAZ[0-9]+(?:\(([a-z](?:,[a-z])*)\))?$/i;

let regions: ReadonlyMap<string, Region> | undefined;
let added: readonly Region[] = [];

function known(): ReadonlyMap<string, Region> {
  regions ??= new Map([...added, ...(JSON.parse(text) as readonly Region[])].map((region) => [region.id, region]));
  return regions;
}

/** Makes regions known that imported metadata names and that are not built in; those of the call before are forgotten. */
export function addRegions(list: readonly (Bilingual & { readonly id: string })[]): void {
  added = list.map(({ id, zh, en }) => ({ id, zh, en, area: 'other' }));
  regions = undefined;
}

/** Every region that is known. Source: the endpoints of all products in the vendor's API metadata. */
export function allRegions(): readonly Region[] {
  return [...known().values()];
}

/** The region of an id such as `cn-hangzhou`, or undefined. Source: as allRegions. */
export function regionOf(id: string): Region | undefined {
  return known().get(id);
}

/** Whether a region id is known. Masked ids are not: ask isMasked first. */
export function isKnownRegion(id: string): boolean {
  return known().has(id);
}

/** The zone of an id in one of the forms `cn-beijing-f`, `ap-southeast-1a`, `cn-hangzhou-MAZ6(b,f)`, or undefined. */
export function zoneOf(id: string): Zone | undefined {
  let zone: Zone | undefined;
  for (const region of known().values()) {
    if (!id.startsWith(region.id) || region.id.length <= (zone?.region.id.length ?? 0)) continue;
    const rest = id.slice(region.id.length);
    const letter = SINGLE.exec(rest)?.[1];
    const several = MULTIPLE.exec(rest);
    if (letter !== undefined) zone = { id, region, letters: [letter] };
    else if (several !== null) zone = { id, region, letters: several[1]?.split(',') ?? [] };
  }
  return zone;
}
