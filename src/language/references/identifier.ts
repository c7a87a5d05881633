import { detectArn } from '../../escapes';
import { type ValueKind } from '../../knowledge/field';
import { fieldAt } from '../../knowledge/fields';
import { regionOf, zoneOf } from '../../knowledge/regions';
import { type Trail } from '../../trail/trail';
import { parseRecord } from '../../event/tree';
import { type Path } from '../../event/place';
import { MAX_RECORD } from '../../event/rowEvent';
import { valueAt } from '../../event/valueAt';

/** An id in a log: of an event, a request, an account, a principal, a key, an address, a resource, a session, an order. */
export interface Identifier {
  readonly value: string;
  /** UTF-16 offsets in the log. */
  readonly start: number;
  readonly end: number;
}

/** Shorter ids would be found everywhere, and longer values are none. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 256;

/** Fields that are ids, whatever they hold. */
const IDS: ReadonlySet<ValueKind | undefined> = new Set<ValueKind>([
  'access-key',
  'account-id',
  'address',
  'arn',
  'id',
  'principal-id',
  'resource-name',
  'user-name',
]);
/** Fields in whose text an id may stand. */
const PROSE: ReadonlySet<ValueKind | undefined> = new Set<ValueKind>(['error-message', 'json-text', 'url', 'user-agent']);
/** Names of parameters that hold ids or names. */
const ID_NAME = /(?:id|ids|name|names|arn|uid|pk|key|ip|address|order\w*|session\w*)$/i;
/** A word in a text that may be an id. */
const WORD = /[\p{L}\p{N}_.*@:-]+/gu;

/** The id at an offset of a log, also inside escaped strings; undefined where there is none. */
export function identifierAt(trail: Trail, offset: number): Identifier | undefined {
  const row = trail.rowAt(offset);
  if (row < 0 || !trail.isEvent(row)) return undefined;
  const base = trail.rows.start(row);
  if (trail.rows.end(row) - base > MAX_RECORD) return undefined;
  const text = trail.recordText(row);
  const root = parseRecord(text);
  const value = root && valueAt(text, root, offset - base);
  const part = value && partAt(value.text, value.offset, value.path);
  if (value === undefined || part === undefined) return undefined;
  const id = value.text.slice(part.start, part.end);
  if (id.trim() !== id || id.length < MIN_LENGTH || id.length > MAX_LENGTH) return undefined;
  return { value: id, start: base + value.toRecord(part.start), end: base + value.toRecord(part.end) };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Which part of a value is the id under the cursor. */
function partAt(text: string, offset: number, path: Path): Part | undefined {
  const field = fieldAt(path) ?? fieldAt(['Events', 0, ...path]);
  const kind = field?.kind;
  if (kind === 'principal-id' || kind === 'user-name') return pieceAt(text, offset, /:/g);
  if (kind === 'resource-name') return pieceAt(text, offset, /[,;]/g);
  if (detectArn(text) !== undefined) return pieceAt(text, offset, /[:/]/g);
  const name = [...path].reverse().find((segment) => typeof segment === 'string') ?? '';
  const isReferenced = path.some((segment) => typeof segment === 'string' && /^referencedresources$/i.test(segment));
  const isProse = PROSE.has(kind) || text.length > MAX_LENGTH || /\s/.test(text);
  if (!isProse && (IDS.has(kind) || isReferenced)) return { start: 0, end: text.length };
  if (kind !== undefined && !isProse) return undefined;
  if (!isProse && ((field === undefined && ID_NAME.test(name)) || looksLikeId(text))) return { start: 0, end: text.length };
  const word = [...text.matchAll(WORD)].find(({ index, 0: found }) => index <= offset && offset <= index + found.length);
  if (word === undefined) return undefined;
  const found = word[0].replace(/[.:-]+$/, '');
  return looksLikeId(found) ? { start: word.index, end: word.index + found.length } : undefined;
}

/** The piece between two separators that holds the offset, without space around it. */
function pieceAt(text: string, offset: number, separator: RegExp): Part | undefined {
  let start = 0;
  let end = text.length;
  for (const { index } of text.matchAll(separator)) {
    if (index < offset) start = index + 1;
    else {
      end = index;
      break;
    }
  }
  const piece = text.slice(start, end);
  start += piece.length - piece.trimStart().length;
  end = start + piece.trim().length;
  return end > start ? { start, end } : undefined;
}

const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[0-9a-f:.]+$/i;
const DIGITS = /^\d{5,}$/;
/** Letters and digits in at least two groups, or many in one: `i-bp1a2b`, `0FEB3C6A-…`, `STS.NUabc1`. */
const GROUPED = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-._:][A-Za-z0-9*]+)+$/;
const LONG = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{12,}$/;
/** What has such a form and is no id: times, dates, versions, hosts. */
const OTHER = /^\d{4}-\d\d-\d\d|^\d+(?:\.\d+)*$|^v\d|\.(?:com|cn|net|org)$/i;

function looksLikeId(text: string): boolean {
  if (ADDRESS.test(text) || DIGITS.test(text)) return true;
  if (!GROUPED.test(text) && !LONG.test(text)) return false;
  return !OTHER.test(text) && regionOf(text) === undefined && zoneOf(text) === undefined;
}
