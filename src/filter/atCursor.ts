import { pathOf } from '../event/nodes';
import { type Path } from '../event/place';
import { isReadable } from '../event/rowEvent';
import { parseRecord } from '../event/tree';
import { valueAt } from '../event/valueAt';
import { holderOf } from '../trail/scan/holders';
import { type Trail } from '../trail/trail';
import { type FieldText } from './condition';
import { fieldOf } from './field';

/** Longer values are no conditions that anybody reads; UTF-16 units. */
const MAX_VALUE = 500;
/** Fields that a value at the cursor cannot be asked by as it is written. */
const UNLIKE: ReadonlySet<string> = new Set(['time', 'hour', 'weekday', 'kind', 'sensitivity', 'first', 'file', 'text']);

/**
 * The value at an offset of a log as a condition can ask for it, wherever its record holds the event: by its field, or as text where no field holds it. On a
 * name it is the member's value. Undefined where there is none.
 */
export function conditionAt(trail: Trail, offset: number): FieldText | undefined {
  const row = trail.rowAt(offset);
  if (!isReadable(trail, row)) return undefined;
  const record = trail.recordText(row);
  const root = parseRecord(record);
  const found = root && valueAt(record, root, offset - trail.rows.start(row), true);
  if (found === undefined || found.text === '' || found.text.length > MAX_VALUE) return undefined;
  const key = eventKey(found.path, holderOf(trail.rows.flags(row))?.name);
  const field = key === undefined || isOwnWord(key) ? undefined : fieldOf(key);
  return { field: field === undefined || UNLIKE.has(field.name) ? 'text' : field.name, value: found.text };
}

/** The name of an event's own member, or of one of its identity; undefined deeper down, where names mean other things. */
function eventKey(path: Path, holder: string | undefined): string | undefined {
  const names = path.filter((part) => typeof part === 'string').flatMap(pathOf);
  const [first = '', second, ...more] = names.length > 1 && names[0] === holder ? names.slice(1) : names;
  if (more.length > 0) return undefined;
  if (second === undefined) return first;
  if (first !== 'userIdentity') return undefined;
  return second === 'type' ? 'identityType' : second;
}

/** Our own words for fields are other things in a log: a parameter may be called `name`. */
function isOwnWord(key: string): boolean {
  return fieldOf(key)?.name === key.toLowerCase() || /^(?:event|ip|principal)$/i.test(key);
}
