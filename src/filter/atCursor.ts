import { findNodeAtOffset, getNodePath } from 'jsonc-parser';
import { fieldOf } from './field';
import { type Trail } from '../trail/trail';
import { parseRecord } from '../event/tree';
import { type FieldText } from './condition';

/** Records longer than this are not read at the cursor; UTF-16 units. */
const MAX_RECORD = 4_194_304;
/** Longer values are no conditions that anybody reads; UTF-16 units. */
const MAX_VALUE = 500;
/** Fields that a value at the cursor cannot be asked by as it is written. */
const UNLIKE: ReadonlySet<string> = new Set(['time', 'hour', 'weekday', 'kind', 'sensitivity', 'first', 'file', 'text']);

/** The value at an offset of a log as a condition can ask for it: by its field, or as text where no field holds it. Undefined where there is none. */
export function valueAt(trail: Trail, offset: number): FieldText | undefined {
  const row = trail.rowAt(offset);
  if (row < 0 || !trail.isEvent(row)) return undefined;
  const base = trail.rows.start(row);
  if (trail.rows.end(row) - base > MAX_RECORD) return undefined;
  const root = parseRecord(trail.recordText(row));
  const found = root && findNodeAtOffset(root, offset - base, true);
  if (found === undefined) return undefined;
  const isKey = found.parent?.type === 'property' && found.parent.children?.[0] === found;
  const node = isKey ? found.parent.children?.[1] : found;
  if (node === undefined || (node.type !== 'string' && node.type !== 'number')) return undefined;
  const value = String(node.value);
  if (value === '' || value.length > MAX_VALUE) return undefined;
  const key = eventKey(getNodePath(node));
  const field = key === undefined || isOwnWord(key) ? undefined : fieldOf(key);
  return field === undefined || UNLIKE.has(field.name) ? { field: 'text', value } : { field: field.name, value };
}

/** The name of an event's own member, or of one of its identity; undefined deeper down, where names mean other things. */
function eventKey(path: readonly (string | number)[]): string | undefined {
  const names = path.filter((part) => typeof part === 'string').flatMap((part) => part.split('.'));
  const [first = '', second, ...more] = HOLDERS.test(names[0] ?? '') && names.length > 1 ? names.slice(1) : names;
  if (more.length > 0) return undefined;
  if (second === undefined) return first;
  if (!/^userIdentity$/i.test(first)) return undefined;
  return /^type$/i.test(second) ? 'identityType' : second;
}

/** What other records hold an event in. */
const HOLDERS = /^(?:event|data|detail)$/i;

/** Our own words for fields are other things in a log: a parameter may be called `name`. */
function isOwnWord(key: string): boolean {
  return fieldOf(key)?.name === key.toLowerCase() || /^(?:event|ip|principal)$/i.test(key);
}
