import { percentDecoded } from './text';

/** A URL taken apart as text: nothing is normalised, and nothing makes it a link. */
export interface Url {
  readonly scheme: string;
  /** Without user information: that may be a secret. */
  readonly host: string;
  readonly port: string | undefined;
  /** Decoded where it is valid percent-encoding, else as written; so are the parts below. */
  readonly path: string;
  readonly query: readonly QueryPart[];
  readonly fragment: string | undefined;
}

export interface QueryPart {
  readonly name: string;
  readonly value: string;
  /** UTF-16 offsets of the whole part in the value. */
  readonly start: number;
  readonly end: number;
}

/** Longer values are not taken apart; UTF-16 units. */
const MAX_LENGTH = 65_536;
const SHAPE = /^([A-Za-z][A-Za-z\d+.-]*):\/\/([^/?#\s]*)([^?#\s]*)(?:\?([^#\s]*))?(?:#(\S*))?$/;

/** A URL with a host, and the parts of its query. */
export function detectUrl(value: string): Url | undefined {
  if (value.length > MAX_LENGTH) return undefined;
  const found = SHAPE.exec(value);
  if (found === null) return undefined;
  const [, scheme = '', authority = '', path = '', query, fragment] = found;
  const [, host = '', port] = /^(?:.*@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority) ?? [];
  if (host === '') return undefined;
  const queryStart = scheme.length + '://'.length + authority.length + path.length + 1;
  return {
    scheme: scheme.toLowerCase(),
    host,
    port,
    path: percentDecoded(path) ?? path,
    query: query === undefined ? [] : partsOf(query, queryStart),
    fragment: fragment === undefined ? undefined : (percentDecoded(fragment) ?? fragment),
  };
}

function partsOf(query: string, queryStart: number): readonly QueryPart[] {
  let start = queryStart;
  const parts: QueryPart[] = [];
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const end = start + part.length;
    if (part !== '') parts.push({ name: decoded(name), value: equals < 0 ? '' : decoded(part.slice(equals + 1)), start, end });
    start = end + 1;
  }
  return parts;
}

/** In a query, `+` is a space. */
function decoded(part: string): string {
  return percentDecoded(part.replaceAll('+', ' ')) ?? part;
}
