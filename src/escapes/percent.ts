import { checkJson } from './check';
import { percentDecoded } from './text';

export interface PercentJson {
  /** The JSON object or array, as found. */
  readonly text: string;
  /** How many times it was percent-encoded. */
  readonly levels: number;
}

/** `%257B` is seen, a loop of encodings is not followed for ever. */
const MAX_ENCODINGS = 4;

/** JSON that was percent-encoded, once or several times. */
export function detectPercentJson(value: string): PercentJson | undefined {
  if (!/^%(?:25)*(?:7b|5b)/i.test(value)) return undefined;
  let text = value;
  for (let levels = 1; levels <= MAX_ENCODINGS; levels++) {
    const next = percentDecoded(isForm(text) ? text.replaceAll('+', ' ') : text);
    if (next === undefined || next === text) return undefined;
    if (/^\s*[[{]/.test(next) && checkJson(next) === undefined) return { text: next, levels };
    text = next;
  }
  return undefined;
}

/** A form encodes everything but letters, digits and a few signs, and writes a space as `+`; where a `:` or `,` is left raw, `+` is itself. */
function isForm(text: string): boolean {
  return !/[:,/?@&=$;]/.test(text);
}
