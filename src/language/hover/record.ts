import { type Node } from 'jsonc-parser';

const keyOf = (name: string): string => {
  const flat = name.startsWith('event.') ? name.slice('event.'.length) : name;
  return flat.slice(0, 1).toLowerCase() + flat.slice(1);
};

/** The value node of a member; the case of the first letter does not count, and a flattened `event.` before the name neither. */
export function member(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  for (const property of object.children ?? []) {
    const key = property.children?.[0]?.value as unknown;
    if (typeof key === 'string' && keyOf(key) === name) return property.children?.[1];
  }
  return undefined;
}

/** The text of a scalar member; empty where there is none. */
export function textOf(object: Node | undefined, name: string): string {
  const value: unknown = member(object, name)?.value;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether an object is an event: it has a name, and something else that only events have. */
export function isEvent(node: Node | undefined): boolean {
  return (
    member(node, 'eventName') !== undefined &&
    ['eventTime', 'eventId', 'eventType', 'acsRegion', 'userIdentity'].some((name) => member(node, name) !== undefined)
  );
}

/** The event around a node: the nearest object that is one, else the outermost object. */
export function eventAround(node: Node): Node {
  let last = node;
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (isEvent(at)) return at;
    last = at;
  }
  return last;
}

/** What a member that is an object holds, also where it is flattened into `parent.name`. */
export function nested(event: Node, parent: string, name: string): string {
  return textOf(member(event, parent), name) || textOf(event, `${parent}.${name}`);
}
