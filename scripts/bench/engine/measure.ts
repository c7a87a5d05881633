import { readFileSync, writeFileSync } from 'node:fs';
import { type TextSource } from '../../../src/trail/source';
import { CONTENDERS, readAll } from './contenders';
import { damage } from './damage';
import { DAMAGED } from './damaged';
import { FORMS, logPieces } from './logs';

const RUNS = 7;
const { TRAIL_BENCH_READERS } = process.env;
const READERS = TRAIL_BENCH_READERS?.split(',') ?? Object.keys(CONTENDERS);
const KEYSTROKES = 400;
/** Index and counts leave no garbage that matters; what others hold is given up before the next one's turn. */
const collect = (): void => globalThis.gc?.();
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The most memory that the process held since `resetPeak`, in bytes; NaN where the system does not say. */
function peak(): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? NaN) * 1024;
  } catch {
    return NaN;
  }
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere there is no such file, and no figure.
  }
}

/** The log as one flat string. */
function textOf(form: string, units: number): string {
  return [...logPieces(form, units)].join('');
}

/** All contenders on the same text in turn, so that a busy moment hits each; ms a run. */
async function warm(form: string, units: number): Promise<Record<string, number[]>> {
  const text = textOf(form, units);
  const times: Record<string, number[]> = {};
  // V8 gives up optimised code together with the last object of the shapes that it is for: in an editor with a log open there always is one.
  const open = readAll([...logPieces(form, 1_000)].join(''));
  // The first round warms up and does not count.
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, contender] of Object.entries(CONTENDERS).filter(([one]) => READERS.includes(one))) {
      collect();
      const start = performance.now();
      const isRead = (await contender(text)) !== undefined;
      if (run > 0) (times[name] ??= []).push(isRead ? performance.now() - start : NaN);
    }
  }
  return open.trail.events > 0 ? times : {};
}

/** One contender in this fresh process: the first run, which is what somebody waits for who opens one file, and its memory above the text. */
async function cold(form: string, units: number, name: string): Promise<Record<string, number>> {
  const text = textOf(form, units);
  collect();
  await wait(50);
  collect();
  resetPeak();
  const before = peak();
  const start = performance.now();
  const made = await CONTENDERS[name]?.(text);
  const ms = performance.now() - start;
  const memory = peak() - before;
  return made === undefined ? { ms: NaN, memory: NaN } : { ms, memory };
}

/** A text with one stretch replaced, read without joining it: as a document is read that keeps its lines. */
class Edited implements TextSource {
  constructor(
    private readonly text: string,
    private readonly at: number,
    private readonly removed: number,
    private readonly added: string,
  ) {}

  get length(): number {
    return this.text.length - this.removed + this.added.length;
  }

  read(start: number, end: number): string {
    const { text, at, removed, added } = this;
    const shift = added.length - removed;
    if (end <= at) return text.slice(start, end);
    if (start >= at + added.length) return text.slice(start - shift, end - shift);
    return (
      text.slice(start, Math.min(at, end)) +
      added.slice(Math.max(0, start - at), end - at) +
      text.slice(at + removed, Math.max(at + removed, end - shift))
    );
  }
}

/** ms that single edits take in their 50th and 95th percentile: a digit typed in a value, and a brace, comma or quote removed and put back. */
function edits(form: string, units: number): Record<string, number> {
  const text = textOf(form, units);
  const { trail } = readAll(text);
  const typing: number[] = [];
  const breaking: number[] = [];
  const edit = (times: number[], at: number, removed: number, added: string): void => {
    const source = new Edited(text, at, removed, added);
    const back = new Edited(text, 0, 0, '');
    let start = performance.now();
    trail.update(source, [{ start: at, oldEnd: at + removed, length: added.length }]);
    times.push(performance.now() - start);
    start = performance.now();
    trail.update(back, [{ start: at, oldEnd: at + added.length, length: removed }]);
    times.push(performance.now() - start);
  };
  const rows = trail.rows.size;
  for (let number = 0; number < KEYSTROKES; number++) {
    const row = (number * 7_919) % rows;
    const start = trail.rows.start(row);
    edit(typing, text.indexOf('192.0.2.', start) + 8, 0, '7');
    const broken =
      [text.indexOf('{', start), text.indexOf(',', start), text.indexOf('"', start), trail.rows.end(row) - 1][number % 4] ??
      start;
    edit(breaking, broken, 1, '');
  }
  const sorted = (times: number[]): number[] => times.toSorted((a, b) => a - b);
  const at = (times: number[], share: number): number => sorted(times)[Math.floor(times.length * share)] ?? NaN;
  return {
    typing50: at(typing, 0.5),
    typing95: at(typing, 0.95),
    breaking50: at(breaking, 0.5),
    breaking95: at(breaking, 0.95),
    breakingMost: at(breaking, 0.9999),
  };
}

async function run([task, form = '', size = '', name = '']: string[]): Promise<unknown> {
  const units = Math.round(Number(size) * 1024 * 1024);
  if (task === 'warm') return warm(form, units);
  if (task === 'cold') return cold(form, units, name);
  if (task === 'edits') return edits(form, units);
  if (task === 'damage') return damage(form, units, { collect, peak, resetPeak });
  if (task === 'write') {
    writeFileSync(name, textOf(form, units));
    return {};
  }
  return { forms: Object.keys(FORMS), contenders: READERS, damage: Object.keys(DAMAGED) };
}

void run(process.argv.slice(2)).then((result) => process.send?.(result));
