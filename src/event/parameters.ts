import { type Node } from 'jsonc-parser';
import { lowerFirst } from '../knowledge/casing';
import { membersOf, nameOf } from './nodes';
import { parseRecord } from './tree';

/** Parameters that are read of one event; a list of thousands is told by its first ones. */
const MAX_PARAMETERS = 1_000;
/** How deep lists and objects within parameters are followed. */
const MAX_DEPTH = 6;

/**
 * The scalar parameters of a request, or what a response holds, by path in lower case; elements count from 1: `permissions.1.portrange`, whether the log
 * holds them as a list, as flattened names, or as JSON in a string. A number is its text.
 */
export function parametersOf(event: Node, part: 'requestParameters' | 'responseElements'): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const names = part === 'requestParameters' ? [part, 'requestParameterJson'] : [part];
  for (const { name, value } of membersOf(event)) {
    const [first = '', ...rest] = nameOf(name).split('.');
    if (value !== undefined && names.includes(lowerFirst(first))) read(value, rest.join('.').toLowerCase(), 0, found);
  }
  return found;
}

function read(node: Node, path: string, depth: number, found: Map<string, string>): void {
  if (found.size >= MAX_PARAMETERS || depth > MAX_DEPTH) return;
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`).toLowerCase();
  if (node.type === 'object') {
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key !== undefined && value !== undefined) read(value, inside(String(key.value)), depth + 1, found);
    }
    return;
  }
  if (node.type === 'array') {
    for (const [index, element] of (node.children ?? []).entries()) read(element, inside(String(index + 1)), depth + 1, found);
    return;
  }
  const value: unknown = node.value;
  if (typeof value === 'boolean') found.set(path, String(value));
  if (typeof value !== 'string') return;
  if (path !== '') found.set(path, value);
  const held = node.type === 'string' ? parseRecord(value.trimStart()) : undefined;
  if (held !== undefined && !value.startsWith('"')) read(held, path, depth + 1, found);
}
