import { type Failure, Reason, classify } from './reason';
import { Scanner, type TokenKind } from './scanner';

/** Up to this many units the engine's own parser is asked first, many times as fast; the tree that it makes of a longer text would cost memory. */
const MAX_NATIVE = 1 << 20;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What may come next; the containers that are open lie on a stack, so that 100,000 nestings need no call stack. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or close' | 'end';

/** Where and why `text` is not exactly one JSON value (RFC 8259, white space around it allowed); undefined when it is one. */
export function checkJson(text: string): Failure | undefined {
  if (text.length <= MAX_NATIVE && isJson(text)) return undefined;
  const scanner = new Scanner(text);
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (;;) {
    const kind = scanner.next();
    if (kind === 'end' && expected === 'end') return undefined;
    const next = step(expected, kind, open);
    if (next === undefined) return failure(scanner, kind, expected);
    expected = next;
  }
}

/** What is expected after the token, undefined when the token does not belong here. */
function step(expected: Expected, kind: TokenKind, open: ('{' | '[')[]): Expected | undefined {
  switch (expected) {
    case 'value':
    case 'value or ]':
      return kind === ']' && expected === 'value or ]' ? close(open) : value(kind, open);
    case 'key':
    case 'key or }':
      if (kind === '}' && expected === 'key or }') return close(open);
      return kind === 'string' ? 'colon' : undefined;
    case 'colon':
      return kind === ':' ? 'value' : undefined;
    case 'comma or close': {
      const container = open.at(-1);
      if (kind === ',') return container === '{' ? 'key' : 'value';
      return (kind === '}' && container === '{') || (kind === ']' && container === '[') ? close(open) : undefined;
    }
    case 'end':
      return undefined;
  }
}

function value(kind: TokenKind, open: ('{' | '[')[]): Expected | undefined {
  switch (kind) {
    case '{':
      open.push(kind);
      return 'key or }';
    case '[':
      open.push(kind);
      return 'value or ]';
    case 'string':
    case 'number':
    case 'word':
      return after(open);
    default:
      return undefined;
  }
}

function close(open: ('{' | '[')[]): Expected {
  open.pop();
  return after(open);
}

function after(open: readonly string[]): Expected {
  return open.length === 0 ? 'end' : 'comma or close';
}

function failure(scanner: Scanner, kind: TokenKind, expected: Expected): Failure {
  const { start, end, text } = scanner;
  if (expected === 'end') {
    const reason = classify(text, start);
    return { reason: reason === Reason.Comment ? reason : Reason.TextAfter, offset: start };
  }
  if (kind === 'error') return { reason: scanner.reason ?? classify(text, end), offset: end };
  // 'key' and 'value' without the closing alternative are only expected after a comma or a colon.
  const afterComma = (expected === 'key' && kind === '}') || (expected === 'value' && kind === ']');
  return { reason: afterComma ? Reason.TrailingComma : classify(text, start), offset: start };
}
