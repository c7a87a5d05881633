import { fold } from './fold';
import { REDACT_KINDS, type RedactKind } from './kinds';
import { type Pair } from './replacements';

/** Which values were replaced by which: whoever has it can take a redaction back. */
export interface Mapping {
  readonly pairs: readonly Pair[];
}

const FORMAT = 'trail-redaction';
const VERSION = 1;

/** The mapping as a file, in parts. */
export function* mappingLines({ pairs }: Mapping): Iterable<string> {
  yield `{"format":"${FORMAT}","version":${VERSION},"values":[`;
  let end = '\n';
  for (const { kind, value, standIn, isAlone } of pairs) {
    yield `${end}${JSON.stringify({ kind, value, standIn, ...(isAlone ? { alone: true } : {}) })}`;
    end = ',\n';
  }
  yield '\n]}\n';
}

/** The mapping that a file holds; undefined where it is none, or one of a later version. */
export function readMapping(text: string): Mapping | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(content) || content['format'] !== FORMAT || content['version'] !== VERSION) return undefined;
  const values: unknown = content['values'];
  if (!Array.isArray(values)) return undefined;
  const pairs: Pair[] = [];
  for (const one of values as readonly unknown[]) {
    const pair = pairOf(one);
    if (pair === undefined) return undefined;
    pairs.push(pair);
  }
  return { pairs };
}

function pairOf(one: unknown): Pair | undefined {
  if (!isRecord(one)) return undefined;
  const { kind, value, standIn, alone } = one as Readonly<Record<'kind' | 'value' | 'standIn' | 'alone', unknown>>;
  if (typeof value !== 'string' || typeof standIn !== 'string' || value === '' || value.length !== standIn.length)
    return undefined;
  if (!REDACT_KINDS.some((known) => known === kind)) return undefined;
  return { kind: kind as RedactKind, value: fold(value), standIn: fold(standIn), isAlone: alone === true };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
