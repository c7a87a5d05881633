import { readAll } from './contenders';
import { logPieces } from './logs';

const repeat = (piece: string, units: number): string => piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
const good = (units: number): string => [...logPieces('lines', units)].join('');

/** What may be left of a log, or stand where one is looked for, each of about `units` UTF-16 units. */
export const DAMAGED: Readonly<Record<string, (units: number) => string>> = {
  'a good log': good,
  'only NULs': (units) => repeat('\0', units),
  'only [': (units) => repeat('[', units),
  'only {"a":': (units) => repeat('{"a":', units),
  'only "': (units) => repeat('"', units),
  'only \\': (units) => repeat('\\', units),
  'only /': (units) => repeat('/', units),
  'only ,': (units) => repeat(',', units),
  '{}, repeated': (units) => repeat('{},', units),
  '0, repeated': (units) => repeat('0,', units),
  'one string': (units) => `"${repeat('a', units)}"`,
  'one string of escapes': (units) => `"${repeat('\\n', units)}"`,
  'an event with one long string': (units) => `{"eventName":"RunInstances","requestParameters":"${repeat('a', units)}"}`,
  'a first event with an unterminated string': (units) => good(units).replace('"eventVersion":1,', '"eventVersion":"1,'),
  'lone surrogates': (units) => repeat('\ud800', units),
  'lone surrogates in values': (units) => good(units).replaceAll('streaming', '\udfff\ud800'),
};

interface Memory {
  readonly collect: () => void;
  readonly peak: () => number;
  readonly resetPeak: () => void;
}

/** Reads a damaged log with everything that reads logs: ms, memory above the text in bytes, events, findings that are kept. */
export function damage(kind: string, units: number, { collect, peak, resetPeak }: Memory): Record<string, number> {
  const text = DAMAGED[kind]?.(units) ?? '';
  // A string that was put together is flat once a character of it was read.
  text.charCodeAt(0);
  text.indexOf('\u0001');
  collect();
  resetPeak();
  const before = peak();
  const start = performance.now();
  const { trail } = readAll(text);
  const ms = performance.now() - start;
  let findings = 0;
  for (let row = 0; row < trail.rows.size; row++) findings += trail.rows.note(row)?.kept.length ?? 0;
  return { ms, memory: peak() - before, events: trail.events, findings };
}
