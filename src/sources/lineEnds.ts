import { type Blocks } from '../platform/files';
import { type Steps } from '../trail/steps';
import { encodingOf } from './encoding';

/** A way in which a line ends. */
export type LineEnd = 'CRLF' | 'LF' | 'CR';

/** Bytes that are read at a time. */
const BLOCK = 256 * 1024;

const FORMS: Readonly<Record<LineEnd, RegExp>> = { CRLF: /\r\n/, LF: /(?<!\r)\n/, CR: /\r(?!\n)/ };
const ALL = Object.keys(FORMS) as readonly LineEnd[];

/** The ways in which lines of a file end, in a fixed order. The text of an open document does not tell: the editor has made them all alike. */
export function* lineEndsOf(blocks: Blocks): Steps<readonly LineEnd[]> {
  const { encoding, mark } = encodingOf(blocks.read(0, Math.min(4, blocks.size)));
  // In every other encoding that the editor knows, the bytes of line ends mean nothing else.
  const decoder = new TextDecoder(encoding === 'utf-8' ? 'latin1' : encoding, { ignoreBOM: true });
  const found = new Set<LineEnd>();
  let open = '';
  for (let at = mark; at < blocks.size && found.size < ALL.length; at += BLOCK) {
    const end = Math.min(at + BLOCK, blocks.size);
    const isLast = end === blocks.size;
    const text = open + decoder.decode(blocks.read(at, end), { stream: !isLast });
    // What ends with CR may go on with LF.
    open = !isLast && text.endsWith('\r') ? '\r' : '';
    add(open === '' ? text : text.slice(0, -1), found);
    yield;
  }
  return ALL.filter((kind) => found.has(kind));
}

function add(text: string, found: Set<LineEnd>): void {
  if (!text.includes('\r')) {
    if (text.includes('\n')) found.add('LF');
    return;
  }
  for (const kind of ALL) if (!found.has(kind) && FORMS[kind].test(text)) found.add(kind);
}

/** Whether saving a document makes them alike: there are several, or one that the editor does not write. */
export function areUnified(kinds: readonly LineEnd[]): boolean {
  return kinds.length > 1 || kinds.includes('CR');
}
