import { randomBytes } from 'node:crypto';
import { type Filter } from '../filter/filter';
import { onOneLine } from '../share/export/eventReader';
import { REDACT_KINDS, type RedactKind } from '../share/redact/kinds';
import { eventsOf, type Pieces, piecesOf } from '../share/redact/pieces';
import { redact, type Redacted } from '../share/redact/redact';
import { natureOf } from '../trail/shape';
import { StringSource } from '../trail/source';
import { finish } from '../trail/steps';
import { Trail } from '../trail/trail';
import { type FileLog, logOf } from './log';

/** The kinds that `--redact` or `--redact=KIND,KIND` asks for; a text that says what is wrong with them otherwise. */
export function kindsOf(list: string | undefined): readonly RedactKind[] | string {
  if (list === undefined) return REDACT_KINDS;
  const names = list.split(',');
  const unknown = names.filter((name) => !REDACT_KINDS.some((kind) => kind === name));
  return unknown.length > 0
    ? `No kind "${unknown.join(', ')}" to redact. Kinds: ${REDACT_KINDS.join(', ')}`
    : REDACT_KINDS.filter((kind) => names.includes(kind));
}

/** What a redaction gives to print, and what is to be said of it before. */
export interface RedactedLog {
  readonly text: string;
  /** What still looks like a secret, and what else the reader must know; as lines for people. */
  readonly warnings: readonly string[];
  /** Something is left, or may be. */
  readonly isLeaky: boolean;
}

/** What is to be redacted, and how. */
export interface RedactRequest {
  readonly kinds: readonly RedactKind[];
  /** Only the events that match are printed, one a line. */
  readonly filter?: Filter;
  /** Redacts also what is no log. */
  readonly force?: boolean;
  /** Random bytes where none are given. */
  readonly key?: Uint8Array;
}

/** A log without its secrets; undefined for a text that is none, unless it is to be redacted all the same. */
export function redactLog(
  text: string,
  { kinds, filter, force = false, key = randomBytes(32) }: RedactRequest,
): RedactedLog | undefined {
  const log = logOf(text);
  const isLog = natureOf(log.trail).isTrail;
  if (!isLog && !force) return undefined;
  const warnings = isLog ? [] : [NO_LOG];
  if (filter !== undefined) {
    const done = finish(redact(matching(log, filter), { kinds, key }));
    return { text: done.texts.map((record) => `${onOneLine(record)}\n`).join(''), ...said(done, warnings) };
  }
  const isTable = log.shape === 'csv';
  const readFrom = isTable ? piecesOf(log.trail) : undefined;
  const file = isTable ? piecesOf(Trail.of(new StringSource(text))) : piecesOf(log.trail);
  const done = finish(redact(file, { kinds, key, ...(readFrom === undefined ? {} : { readFrom }) }));
  return { text: done.texts.join(''), ...said(done, warnings) };
}

const NO_LOG =
  'this is no log of ActionTrail: only what can be told by its form, or by a name beside it, is replaced; names, accounts and secrets may stay in it';

function matching(log: FileLog, filter: Filter): Pieces {
  const { trail } = log;
  const matches = filter.matcher(trail);
  const rows = Array.from({ length: trail.rows.size }, (_, row) => row).filter(matches);
  return eventsOf(log, rows);
}

function said(
  { leaks, leakCount, isIncomplete }: Redacted,
  before: readonly string[],
): Pick<RedactedLog, 'warnings' | 'isLeaky'> {
  const warnings = leaks.map(
    ({ kind, value, start }) => `at ${start + 1}: still looks like a secret (${kind}): ${JSON.stringify(value)}`,
  );
  if (leakCount > leaks.length) warnings.push(`and ${leakCount - leaks.length} more that look like secrets`);
  if (isIncomplete) warnings.push('there are more values than are replaced: the rest stays');
  return { warnings: [...before, ...warnings], isLeaky: leakCount > 0 || isIncomplete };
}
