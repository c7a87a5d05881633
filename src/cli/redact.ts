import { randomBytes } from 'node:crypto';
import { type Filter } from '../filter/filter';
import { onOneLine } from '../share/export/eventReader';
import { REDACT_KINDS, type RedactKind } from '../share/redact/kinds';
import { eventsOf, type Pieces, piecesOf } from '../share/redact/pieces';
import { redact, type Redacted } from '../share/redact/redact';
import { StringSource } from '../trail/source';
import { finish } from '../trail/steps';
import { Trail } from '../trail/trail';
import { logOf } from './log';

/** The kinds that `--redact` or `--redact=KIND,KIND` asks for; a text that says what is wrong with them otherwise. */
export function kindsOf(list: string | undefined): readonly RedactKind[] | string {
  if (list === undefined) return REDACT_KINDS;
  const names = list.split(',');
  const unknown = names.filter((name) => !REDACT_KINDS.some((kind) => kind === name));
  return unknown.length > 0
    ? `No kind "${unknown.join(', ')}" to redact. Kinds: ${REDACT_KINDS.join(', ')}`
    : REDACT_KINDS.filter((kind) => names.includes(kind));
}

/** A log without its secrets, or, with a filter, the events that match, one a line; and what still looks like one, as lines for people. */
export function redactLog(
  text: string,
  kinds: readonly RedactKind[],
  filter?: Filter,
  key: Uint8Array = randomBytes(32),
): { readonly text: string; readonly warnings: readonly string[] } {
  const log = logOf(text);
  if (filter !== undefined) {
    const done = finish(redact(matching(log.text, filter), { kinds, key }));
    return { text: done.texts.map((record) => `${onOneLine(record)}\n`).join(''), warnings: warningsOf(done) };
  }
  const readFrom = log.shape === 'csv' ? pieces(log.text) : undefined;
  const done = finish(redact(pieces(text), { kinds, key, ...(readFrom === undefined ? {} : { readFrom }) }));
  return { text: done.texts.join(''), warnings: warningsOf(done) };
}

function matching(text: string, filter: Filter): Pieces {
  const trail = Trail.of(new StringSource(text));
  const matches = filter.matcher(trail);
  const rows = Array.from({ length: trail.rows.size }, (_, row) => row).filter(matches);
  return eventsOf({ recordText: (row) => trail.recordText(row) }, rows);
}

function pieces(text: string): Pieces {
  return piecesOf(Trail.of(new StringSource(text)));
}

function warningsOf({ leaks, leakCount, isIncomplete }: Redacted): readonly string[] {
  const warnings = leaks.map(
    ({ kind, value, start }) => `at ${start + 1}: still looks like a secret (${kind}): ${JSON.stringify(value)}`,
  );
  if (leakCount > leaks.length) warnings.push(`and ${leakCount - leaks.length} more that look like secrets`);
  if (isIncomplete) warnings.push('there are more values than are replaced: the rest stays');
  return warnings;
}
