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
