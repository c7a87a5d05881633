import { type Node } from 'jsonc-parser';
import { decodeWithMap } from '../escapes';
import { Char, skipSpace } from '../trail/scan/chars';
import { decodeLiteral } from '../trail/scan/literal';
import { type Mapped } from './nodes';
import { parseRecord } from './tree';

/** How often an event, or a part of one, may be put into a string. */
const MAX_LAYERS = 4;
/** Units at a literal's end that may be a broken escape; the longest is `\u12`. */
const MAX_BROKEN = 6;

/** What the value of a string is: an object or array that begins at `at`, a string again, or the inside of a string without its quotes; else nothing. */
function layerOf(value: string): { readonly kind: 'tree' | 'string' | 'inside'; readonly at: number } | undefined {
  const at = skipSpace(value, 0);
  const first = value.charCodeAt(at);
  if (first === Char.Quote) return { kind: 'string', at };
  if (first === Char.Backslash) return { kind: 'inside', at };
  if (first !== Char.OpenBrace && first !== Char.OpenBracket) return undefined;
  return { kind: value.charCodeAt(skipSpace(value, at + 1)) === Char.Backslash ? 'inside' : 'tree', at };
}

/** What the string `node` holds, as a tree of its own with places of the log; undefined where it is no object or array. */
export function unwrap({ text, place }: Mapped, node: Node): Mapped | undefined {
  let literal = text.slice(node.offset, node.offset + node.length);
  let toLog = (offset: number): number => place(node.offset + offset);
  for (let count = 0; count < MAX_LAYERS; count++) {
    const map = decodeSoundPart(literal);
    const layer = map && layerOf(map.value);
    if (map === undefined || layer === undefined) return undefined;
    const outer = toLog;
    const here = (offset: number): number => outer(map.toSource(offset));
    const { value } = map;
    const { at, kind } = layer;
    if (kind === 'tree') {
      const tree = parseRecord(value, at);
      return tree && { node: tree, text: value, place: here };
    }
    literal = kind === 'string' ? value.slice(at).trimEnd() : `"${value}"`;
    toLog = kind === 'string' ? (offset) => here(at + offset) : (offset) => here(offset - 1);
  }
  return undefined;
}

/** The same without the way back to the log, for what is only read: the text of the object or array that a decoded string holds, and where it begins. */
export function unwrapText(value: string): { readonly text: string; readonly at: number } | undefined {
  let text = value;
  for (let count = 0; count < MAX_LAYERS; count++) {
    const layer = layerOf(text);
    if (layer === undefined) return undefined;
    if (layer.kind === 'tree') return { text, at: layer.at };
    text =
      layer.kind === 'string'
        ? decodeLiteral(text, layer.at, text.trimEnd().length)
        : decodeLiteral(`"${text}"`, 0, text.length + 2);
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
