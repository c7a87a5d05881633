import type { Catalogue } from './catalogue';
import type { CatalogueEntry } from './entry';
import { operationOf } from './operations';

/** Verbs of operations that undo each other. */
const PAIRS: readonly (readonly [does: string, undoes: string])[] = [
  ['Create', 'Delete'],
  ['Run', 'Delete'],
  ['Create', 'Release'],
  ['Put', 'Delete'],
  ['Add', 'Remove'],
  ['Add', 'Delete'],
  ['Attach', 'Detach'],
  ['Authorize', 'Revoke'],
  ['Grant', 'Revoke'],
  ['Enable', 'Disable'],
  ['Start', 'Stop'],
  ['Active', 'Deactive'],
  ['Active', 'Stop'],
  ['Associate', 'Unassociate'],
  ['Associate', 'Disassociate'],
  ['Associate', 'Dissociate'],
  ['Allocate', 'Release'],
  ['Bind', 'Unbind'],
  ['Lock', 'Unlock'],
  ['Join', 'Leave'],
  ['Tag', 'Untag'],
  ['Register', 'Deregister'],
  ['Install', 'Uninstall'],
  ['Publish', 'Withdraw'],
];

/** Pairs whose verbs do not tell. */
const NAMES: readonly (readonly [string, string])[] = [
  ['ScheduleKeyDeletion', 'CancelKeyDeletion'],
  ['ConsoleSignin', 'ConsoleSignout'],
];

/** The names that an event which undoes another may have, the likelier ones first. */
export function oppositeNames(name: string): readonly string[] {
  const found: string[] = [];
  for (const pair of NAMES) if (pair.includes(name)) found.push(...pair.filter((other) => other !== name));
  for (const [does, undoes] of PAIRS) {
    for (const [from, to] of [
      [does, undoes],
      [undoes, does],
    ] as const) {
      const object = objectOf(name, from);
      if (object === undefined) continue;
      const turned = from === does ? object.replace(/To(?=[A-Z])/, 'From') : object.replace(/From(?=[A-Z])/, 'To');
      for (const one of [turned, object, `${turned}s`, turned.replace(/s$/, '')])
        if (!found.includes(to + one)) found.push(to + one);
    }
  }
  return found;
}

/** What stands behind a verb; undefined where the name begins otherwise. */
function objectOf(name: string, verb: string): string | undefined {
  const object = name.slice(verb.length);
  return name.startsWith(verb) && /^[A-Z0-9]/.test(object) ? object : undefined;
}

/** The event of the same service that undoes this one; undefined where none is known, or nothing was done. */
export function oppositeOf(catalogue: Catalogue, entry: CatalogueEntry): string | undefined {
  const { service, kind, match } = entry;
  if (kind === 'read' || (match !== 'service' && match !== 'derived')) return undefined;
  return oppositeNames(entry.documentedName ?? entry.name).find((name) => {
    const other = catalogue.lookup(service, name);
    const isKnown =
      (other.match === 'service' && other.documentedName === undefined) || operationOf(service, name)?.name === name;
    return isKnown && other.kind !== 'read';
  });
}
