import { type Failure, Reason } from './reason';
import { isSpace } from './scanner';
import { sequenceLength, sequenceUnit } from './sequence';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Below this many units between two escapes, copying unit by unit is faster than a slice. */
const SHORT_RUN = 24;
const BUFFER_UNITS = 4096;

/**
 * Decodes what stands between the quotes of a JSON string, once. A failure carries the UTF-16 offset in `inside`.
 * @param lineBreaks raw tabs and line breaks pass; JSON forbids them, but text that was escaped once too often may be pretty-printed.
 */
export function decodeInside(inside: string, lineBreaks = false): string | Failure {
  const native = lineBreaks ? undefined : decodeNatively(inside);
  if (native !== undefined) return native;
  const failure = unsound(inside, lineBreaks);
  if (failure !== undefined) return failure;
  const output = new Output();
  let from = 0;
  for (let at = inside.indexOf('\\'); at >= 0; at = inside.indexOf('\\', from)) {
    output.copy(inside, from, at);
    output.unit(sequenceUnit(inside, at));
    from = at + sequenceLength(inside, at);
  }
  return from === 0 ? inside : output.end(inside, from);
}

/** The value where the engine's own parser, many times as fast, takes it; it does not say where it fails. */
function decodeNatively(inside: string): string | undefined {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return undefined;
  }
}

function unsound(inside: string, lineBreaks: boolean): Failure | undefined {
  for (let at = 0; at < inside.length; at++) {
    const unit = inside.charCodeAt(at);
    if (unit === BACKSLASH) {
      const length = sequenceLength(inside, at);
      if (length === 0) return { reason: at + 1 < inside.length ? Reason.BadEscape : Reason.CutOff, offset: at };
      at += length - 1;
    } else if (unit === QUOTE) return { reason: Reason.Unexpected, offset: at };
    else if (unit < 0x20 && !(lineBreaks && isSpace(unit))) return { reason: Reason.ControlCharacter, offset: at };
  }
  return undefined;
}

/** Collects units in a buffer: a string that grows by one unit half a million times is a deep tree inside the engine. */
class Output {
  private text = '';
  private buffer: number[] = [];

  public unit(unit: number): void {
    this.buffer.push(unit);
    if (this.buffer.length >= BUFFER_UNITS) this.flush();
  }

  public copy(source: string, from: number, to: number): void {
    if (to - from < SHORT_RUN) {
      for (let at = from; at < to; at++) this.unit(source.charCodeAt(at));
    } else {
      this.flush();
      this.text += source.slice(from, to);
    }
  }

  public end(source: string, from: number): string {
    this.flush();
    return this.text + source.slice(from);
  }

  private flush(): void {
    if (this.buffer.length === 0) return;
    this.text += String.fromCharCode(...this.buffer);
    this.buffer = [];
  }
}

/** Whether the text stands in quotes; whether what is between them is sound, only decoding tells. */
export function isQuoted(literal: string): boolean {
  return literal.length >= 2 && literal.charCodeAt(0) === QUOTE && literal.charCodeAt(literal.length - 1) === QUOTE;
}
