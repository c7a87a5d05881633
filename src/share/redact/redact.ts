import { type Steps } from '../../trail/steps';
import { Collector } from './collector';
import { globsOf } from './globs';
import { Known } from './known';
import { type RedactKind } from './kinds';
import { type Mapping } from './mapping';
import { type Pieces } from './pieces';
import { Random } from './random';
import { Replacer } from './replacer';
import { Replacements } from './replacements';
import { Rewriter } from './rewriter';
import { Secrets } from './secrets';
import { type Leak, Sweep } from './sweep';

/** How a log is to be redacted. */
export interface RedactOptions {
  readonly kinds: readonly RedactKind[];
  /** Texts of the user; `*` stands for any part of a word. */
  readonly patterns?: readonly string[];
  /** Random bytes, or given ones: the same key and log give the same stand-ins. */
  readonly key: Uint8Array;
  /** Where the values are looked for, where that is another form of the text (the events of a table). */
  readonly readFrom?: Pieces;
  /** An earlier redaction whose stand-ins are used again. */
  readonly earlier?: Mapping;
}

/** A redacted text. */
export interface Redacted {
  /** The same text of the same length, with stand-ins; one a piece. */
  readonly texts: readonly string[];
  readonly mapping: Mapping;
  /** What still looks like a secret. */
  readonly leaks: readonly Leak[];
  /** How many leaks there are, told or not. */
  readonly leakCount: number;
  /** There were more values than are replaced. */
  readonly isIncomplete: boolean;
}

/** How far a redaction is, from 0 to 1. */
export interface Progress {
  share: number;
}

/** Text that is read before others have their turn; UTF-16 units. */
const STEP_UNITS = 32_768;
const FIRST_UNITS = 512;

/** A redaction whose values are known: it replaces them in any text of its log. */
export interface Redaction {
  readonly mapping: Mapping;
  readonly isIncomplete: boolean;
  /** What still looked like a secret in the texts so far. */
  readonly sweep: Sweep;
  /** The text of the same length with stand-ins; `base` is where it starts in the whole text. */
  rewrite(text: string, base: number): string;
}

/** Finds what is to be replaced, in steps, and chooses what stands for it. */
export function* prepare(source: Pieces, options: RedactOptions, progress: Progress = { share: 0 }): Steps<Redaction> {
  const wanted = new Set(options.kinds);
  const secrets = new Secrets(wanted);
  const collector = new Collector(secrets, wanted.has('patterns') ? globsOf(options.patterns ?? []) : []);
  yield* each(source, progress, 0, (text, piece) => {
    collector.read(text, source.recordAt(piece));
  });
  const pairs = yield* secrets.pairs(new Random(options.key), options.earlier?.pairs ?? []);
  const replacements = yield* Replacements.of(pairs, 'values');
  const sweep = new Sweep(yield* Known.of(pairs, replacements), wanted);
  const rewriter = new Rewriter(new Replacer(replacements), sweep);
  const rewrite = (text: string, base: number): string => rewriter.rewrite(text, base);
  return { mapping: { pairs }, isIncomplete: secrets.isFull, sweep, rewrite };
}

/** Redacts a text in steps: finds what is to be replaced, replaces it wherever it stands, and looks whether something is left. */
export function* redact(pieces: Pieces, options: RedactOptions, progress: Progress = { share: 0 }): Steps<Redacted> {
  const redaction = yield* prepare(options.readFrom ?? pieces, options, progress);
  const { mapping, isIncomplete, sweep } = redaction;
  const texts = yield* rewritten(pieces, progress, (text, base) => redaction.rewrite(text, base));
  return { texts, mapping, leaks: sweep.leaks, leakCount: sweep.count, isIncomplete };
}

/** Takes a redaction back, in steps: gives the text as it was before, one a piece. */
export function* reverse(pieces: Pieces, mapping: Mapping, progress: Progress = { share: 0 }): Steps<readonly string[]> {
  const rewriter = new Rewriter(new Replacer(yield* Replacements.of(mapping.pairs, 'standIns')));
  return yield* rewritten(pieces, progress, (text, base) => rewriter.rewrite(text, base));
}

function* rewritten(
  pieces: Pieces,
  progress: Progress,
  rewrite: (text: string, base: number) => string,
): Steps<readonly string[]> {
  const texts: string[] = [];
  let base = 0;
  yield* each(pieces, progress, 1, (text) => {
    texts.push(rewrite(text, base));
    base += text.length;
  });
  return texts;
}

/** Those of collecting and of replacing. */
const PHASES = 2;

function* each(pieces: Pieces, progress: Progress, phase: number, work: (text: string, piece: number) => void): Steps<void> {
  let units = 0;
  // What runs for the first time is slow.
  let limit = FIRST_UNITS;
  for (let piece = 0; piece < pieces.count; piece++) {
    const text = pieces.read(piece);
    work(text, piece);
    units += text.length;
    if (units < limit && piece + 1 < pieces.count) continue;
    units = 0;
    limit = Math.min(limit * 2, STEP_UNITS);
    progress.share = (phase + (piece + 1) / pieces.count) / PHASES;
    yield;
  }
}
