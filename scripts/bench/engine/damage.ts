import { readAll } from './contenders';
import { DAMAGED } from './damaged';

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
  const { trail, tail } = readAll(text);
  const ms = performance.now() - start;
  let findings = tail.length;
  for (let row = 0; row < trail.rows.size; row++) findings += trail.rows.note(row)?.kept.length ?? 0;
  return { ms, memory: peak() - before, events: trail.events, findings };
}
