import { type Node } from 'jsonc-parser';
import { Char } from '../trail/scan/chars';
import { decodeLiteral } from '../trail/scan/literal';
import { lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { lexTolerant } from '../trail/scan/tolerant';

type MutableNode = { -readonly [K in keyof Node]: Node[K] };

/**
 * The tree of one record, in jsonc-parser's form, so that its functions (findNodeAtOffset, getNodePath …) work on it. It is made from the tape, not by
 * jsonc-parser: a damaged record gives the tree of what is there, and no depth overflows the stack. Offsets are those of `text`.
 * The value of a number is its text: no digit is lost. Undefined where no object or array starts at `offset`.
 */
export function parseRecord(text: string, offset = 0): Node | undefined {
  const unit = text.charCodeAt(offset);
  const isFragment = unit === Char.Quote;
  if (unit !== Char.OpenBrace && unit !== Char.OpenBracket && !isFragment) return undefined;
  const tape = new Tape();
  if (isFragment || lexStrict(text, offset, tape) < 0) lexTolerant(text, offset, tape, { inArray: false, isFragment });
  return treeOf(text, tape);
}

/** The tree of the record on a tape. */
export function treeOf(text: string, tape: Tape): Node | undefined {
  const stack: MutableNode[] = [];
  let root: MutableNode | undefined;
  const attach = (node: MutableNode): void => {
    const parent = stack.at(-1);
    if (parent === undefined) root ??= node;
    else {
      node.parent = parent;
      parent.children?.push(node);
    }
  };
  const endProperty = (end: number): void => {
    const property = stack.at(-1);
    if (property?.type !== 'property') return;
    property.length = end - property.offset;
    stack.pop();
  };
  for (let index = 0; index < tape.length; index++) {
    const start = tape.start(index);
    const kind = tape.kind(index);
    if (kind === Token.CloseObject || kind === Token.CloseArray) {
      endProperty(start);
      const node = stack.pop();
      if (node !== undefined) node.length = tape.end(index) - node.offset;
      endProperty(tape.end(index));
      continue;
    }
    if (kind === Token.Key) {
      // A key without a value: its property ends where the next one starts.
      endProperty(start);
      const property: MutableNode = { type: 'property', offset: start, length: tape.end(index) - start, children: [] };
      attach(property);
      stack.push(property);
      property.children?.push({
        type: 'string',
        offset: start,
        length: tape.end(index) - start,
        value: keyOf(text, start, tape.end(index)),
        parent: property,
      });
      property.colonOffset = text.indexOf(':', tape.end(index));
      continue;
    }
    if (kind === Token.OpenObject || kind === Token.OpenArray) {
      const node: MutableNode = { type: kind === Token.OpenObject ? 'object' : 'array', offset: start, length: 1, children: [] };
      attach(node);
      stack.push(node);
      continue;
    }
    attach(scalar(text, kind, start, tape.end(index)));
    endProperty(tape.end(index));
  }
  return root;
}

function scalar(text: string, kind: Token, start: number, end: number): MutableNode {
  const offset = start;
  const length = end - start;
  if (kind === Token.String) return { type: 'string', offset, length, value: decodeLiteral(text, start, end) };
  const word = text.slice(start, end);
  if (kind === Token.Number) return { type: 'number', offset, length, value: word };
  if (kind === Token.Literal)
    return word === 'null'
      ? { type: 'null', offset, length, value: null }
      : { type: 'boolean', offset, length, value: word === 'true' };
  return { type: 'string', offset, length, value: word };
}

function keyOf(text: string, start: number, end: number): string {
  return text.charCodeAt(start) === Char.Quote ? decodeLiteral(text, start, end) : text.slice(start, end);
}
