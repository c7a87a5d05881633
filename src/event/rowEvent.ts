import { type Node } from 'jsonc-parser';
import { decodeWithMap } from '../escapes';
import { Char, skipSpace } from '../trail/scan/chars';
import { Flag } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { parseRecord } from './tree';
import { type Mapped, memberOf } from './nodes';

/** Records longer than this are not read for a feature of the editor; UTF-16 units. */
export const MAX_RECORD = 4_194_304;
/** How often an event may be put into a string. */
const MAX_LAYERS = 4;
/** Units at a literal's end that may be a broken escape; the longest is `\u12`. */
const MAX_BROKEN = 6;

/** The members in which other records hold an event. */
const HOLDERS: readonly (readonly [Flag, string])[] = [
  [Flag.Sls, 'event'],
  [Flag.LastUsed, 'detail'],
  [Flag.EventBridge, 'data'],
];

/** An event of a trail as a tree, wherever it lies: `place` gives the offset in the log of an offset of its nodes, through all escapes. */
export interface RowEvent extends Mapped {
  readonly flags: number;
}

/** The event of a row; undefined where the row is none, is too long, or its string cannot be decoded. */
export function rowEvent(trail: Trail, row: number): RowEvent | undefined {
  const flags = trail.rows.flags(row);
  const base = trail.rows.start(row);
  if ((flags & Flag.Event) === 0 || trail.rows.end(row) - base > MAX_RECORD) return undefined;
  const text = trail.recordText(row);
  const node = parseRecord(text);
  if (node === undefined) return undefined;
  const record: RowEvent = { node, text, place: (offset) => base + offset, flags };
  const holder = HOLDERS.find(([flag]) => (flags & flag) !== 0)?.[1];
  const held = holder === undefined ? undefined : memberOf(node, holder);
  // A query of Log Service flattens the event into the record itself.
  if (held === undefined) return record;
  if (held.type === 'object') return { ...record, node: held };
  const inner = held.type === 'string' ? decoded(record, held) : undefined;
  return inner && { ...inner, flags };
}

/** What the string `node` holds, as a tree of its own with places of the log; undefined where it is no object or array. */
export function decoded({ text, place }: Mapped, node: Node): Mapped | undefined {
  let literal = text.slice(node.offset, node.offset + node.length);
  let toLog = (offset: number): number => place(node.offset + offset);
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const map = decodeSoundPart(literal);
    if (map === undefined) return undefined;
    const outer = toLog;
    const here = (offset: number): number => outer(map.toSource(offset));
    const { value } = map;
    const at = skipSpace(value, 0);
    const first = value.charCodeAt(at);
    const isOpen = first === Char.OpenBrace || first === Char.OpenBracket;
    if (isOpen && value.charCodeAt(skipSpace(value, at + 1)) !== Char.Backslash) {
      const tree = parseRecord(value, at);
      return tree && { node: tree, text: value, place: here };
    }
    if (first === Char.Quote) {
      literal = value.slice(at).trimEnd();
      toLog = (offset) => here(at + offset);
    } else if (isOpen || first === Char.Backslash) {
      // Escaped once too often: what was decoded is the inside of a string without its quotes.
      literal = `"${value}"`;
      toLog = (offset) => here(offset - 1);
    } else return undefined;
  }
  return undefined;
}

/** Decodes a literal; one that was cut off, without its last, broken escape. */
function decodeSoundPart(literal: string): ReturnType<typeof decodeWithMap> {
  const whole = decodeWithMap(literal);
  if (whole !== undefined) return whole;
  for (let cut = 0; cut <= MAX_BROKEN && cut < literal.length; cut++) {
    const part = decodeWithMap(`${literal.slice(0, literal.length - cut)}"`);
    if (part !== undefined) return part;
  }
  return undefined;
}
