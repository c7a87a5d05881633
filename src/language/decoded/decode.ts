import { type Node } from 'jsonc-parser';
import { decodeWithMap, detectBase64, detectEpoch, detectUrl, expand, inspectLiteral, type Spot } from '../../escapes';
import { parseTime } from '../../knowledge/times';
import { parseRecord } from '../../event/tree';
import { endOf, type Mapped } from '../../event/nodes';
import { gathered } from './gather';
import { type Member, type Piece, type Remark, type Source } from './piece';

/** What is decoded of one string. */
const LIMITS = { maxLength: 1_000_000, maxLines: 50_000 };
/** What is nested deeper is shown as it is written. */
const MAX_DEPTH = 200;
/** Names of numbers that are times. */
const TIME_NAME = /time|date|stamp|expir|at$/i;
const BETWEEN = /[\r\n\u2028\u2029]/;

/** The text that a tree is of, and where strings in it were decoded on the way. */
interface Place extends Mapped {
  readonly spots: ReadonlyMap<number, Spot>;
}

/** A tree as it is shown: every string that holds JSON decoded, to any depth; numbers and all else as they are written. */
export function decodedPiece(mapped: Mapped): Piece {
  return pieceOf({ ...mapped, spots: new Map() }, mapped.node, '', 0);
}

function pieceOf(place: Place, node: Node, name: string, depth: number): Piece {
  const source = sourceOf(place, node);
  const spot = place.spots.get(node.offset);
  const remarks: readonly Remark[] = spot ? [{ kind: 'levels', levels: spot.levels, over: spot.overLevels }] : [];
  if (depth >= MAX_DEPTH) return { type: 'scalar', text: writtenOf(place, node), source, remarks };
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => pieceOf(place, child, name, depth + 1));
    return { type: 'array', items, source, remarks };
  }
  if (node.type !== 'object') return scalar(place, node, name, depth);
  const members = (node.children ?? []).flatMap((property): readonly Member[] => {
    const [key, value] = property.children ?? [];
    if (key === undefined) return [];
    const keySource = sourceOf(place, key);
    const nothing: Piece = { type: 'scalar', text: '', source: keySource, remarks: [] };
    const inner = String(key.value);
    return [
      {
        name: inner,
        key: writtenOf(place, key),
        source: keySource,
        value: value === undefined ? nothing : pieceOf(place, value, inner, depth + 1),
      },
    ];
  });
  return { type: 'object', members: gathered(members), source, remarks };
}

/** Text that is not broken over lines by a damaged literal. */
function writtenOf({ text }: Mapped, node: Node): string {
  return text.slice(node.offset, endOf(node)).replace(/[\r\n\u2028\u2029]+\s*/g, ' ');
}

function sourceOf({ place }: Mapped, node: Node): Source {
  return { start: place(node.offset), end: place(endOf(node)), at: (offset) => place(node.offset + offset) };
}

function scalar(place: Place, node: Node, name: string, depth: number): Piece {
  const source = sourceOf(place, node);
  const literal = place.text.slice(node.offset, endOf(node));
  const text = BETWEEN.test(literal) ? writtenOf(place, node) : literal;
  if (node.type !== 'string' || !literal.startsWith('"'))
    return { type: 'scalar', text, source, remarks: node.type === 'number' ? timeRemarks(literal, name) : [] };
  const inspection = inspectLiteral(literal);
  if (inspection.kind === 'undecodable') {
    const { reason, offset } = inspection;
    return { type: 'scalar', text, source, remarks: [{ kind: 'undecodable', reason, at: offset }] };
  }
  if (inspection.kind !== 'plain') {
    const held = heldIn(place, node, literal, depth);
    if (held !== undefined) return held;
  }
  const value = decodeWithMap(literal)?.value ?? '';
  return base64Piece(value, source, depth) ?? { type: 'scalar', text, source, remarks: valueRemarks(value, name) };
}

/** What a string holds that is escaped JSON, with everything that is escaped in it. */
function heldIn(place: Place, node: Node, literal: string, depth: number): Piece | undefined {
  const expanded = expand(literal, LIMITS);
  const root = expanded && parseRecord(expanded.text);
  if (expanded === undefined || root === undefined) return undefined;
  const inner: Place = {
    node: root,
    text: expanded.text,
    place: (offset) => place.place(node.offset + expanded.toSource(offset)),
    spots: new Map(expanded.spots.map((spot) => [spot.offset, spot])),
  };
  const piece = pieceOf(inner, root, '', depth + 1);
  return expanded.cut ? { ...piece, remarks: [...piece.remarks, { kind: 'cut' }] } : piece;
}

/** JSON in Base64: its places are all that of the string. */
function base64Piece(value: string, source: Source, depth: number): Piece | undefined {
  const found = detectBase64(value);
  const at = found?.isJson === true ? found.text.search(/\S/) : -1;
  const root = found && at >= 0 ? parseRecord(found.text, at) : undefined;
  if (found === undefined || root === undefined) return undefined;
  const piece = pieceOf({ node: root, text: found.text, place: () => source.start, spots: new Map() }, root, '', depth + 1);
  return { ...piece, source: { start: source.start, end: source.end }, remarks: [{ kind: 'base64' }] };
}

function valueRemarks(value: string, name: string): readonly Remark[] {
  const time = /^\d{4}-\d\d-\d\dT/.test(value) ? parseTime(value) : undefined;
  if (time !== undefined) return [{ kind: 'time', ms: time.ms }];
  const query = value.includes('%') ? detectUrl(value)?.query : undefined;
  if (query !== undefined && query.length > 0)
    return [{ kind: 'says', text: query.map((part) => `${part.name}=${part.value}`).join(' & ') }];
  const base64 = detectBase64(value);
  return base64 === undefined ? timeRemarks(value, name) : [{ kind: 'says', text: base64.text }];
}

function timeRemarks(value: string, name: string): readonly Remark[] {
  const epoch = TIME_NAME.test(name) ? detectEpoch(value) : undefined;
  return epoch === undefined ? [] : [{ kind: 'time', ms: epoch.milliseconds }];
}
