import { type Row } from '../duckDb';

type Test = (log: Row) => boolean;

const DIVIDERS = /[\s,'";=()[\]{}?@&<>/:]+/;
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(DIVIDERS)
    .filter((word) => word !== '');

class SearchError extends Error {}

/** A search of Log Service as a test of logs; throws where it is none. Words are found whole, without regard to case. */
export function searchTest(text: string): Test {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[():]|[^\s():"]+/g) ?? [];
  let at = 0;
  const take = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw new SearchError(`unexpected end of ${text}`);
    return token;
  };
  const or = (): Test => {
    const parts = [and()];
    while (tokens[at]?.toLowerCase() === 'or') {
      at++;
      parts.push(and());
    }
    return (log) => parts.some((part) => part(log));
  };
  const and = (): Test => {
    const parts = [one()];
    while (at < tokens.length && tokens[at] !== ')' && tokens[at]?.toLowerCase() !== 'or') {
      if (tokens[at]?.toLowerCase() === 'and') at++;
      parts.push(one());
    }
    return (log) => parts.every((part) => part(log));
  };
  const one = (): Test => {
    const token = take();
    if (token === '(') {
      const inner = or();
      if (take() !== ')') throw new SearchError('missing )');
      return inner;
    }
    if (token.toLowerCase() === 'not') {
      const inner = one();
      return (log) => !inner(log);
    }
    if (tokens[at] !== ':') return holds(token, (log) => Object.values(log).map(String));
    at++;
    return holds(take(), (log) => (typeof log[token] === 'string' ? [log[token]] : []));
  };
  const test = or();
  if (at < tokens.length) throw new SearchError(`unexpected ${tokens[at] ?? ''}`);
  return test;
}

function holds(written: string, texts: (log: Row) => readonly string[]): Test {
  if (written === '*') return (log) => texts(log).some((text) => text !== '');
  const quoted = written.startsWith('"');
  if (!quoted && written.endsWith('*')) {
    const start = written.slice(0, -1).toLowerCase();
    return (log) => texts(log).some((text) => words(text).some((word) => word.startsWith(start)));
  }
  const wanted = words(quoted ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written);
  return (log) =>
    texts(log).some((text) => {
      const there = new Set(words(text));
      return wanted.every((word) => there.has(word));
    });
}
