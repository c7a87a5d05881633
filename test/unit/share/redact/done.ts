import { REDACT_KINDS, type RedactKind } from '../../../../src/share/redact/kinds';
import { piecesOf } from '../../../../src/share/redact/pieces';
import { redact, type Redacted } from '../../../../src/share/redact/redact';
import { StringSource } from '../../../../src/trail/source';
import { finish } from '../../../../src/trail/steps';
import { Trail } from '../../../../src/trail/trail';

const KEY = new TextEncoder().encode('a key for tests');

export interface Done extends Redacted {
  readonly text: string;
}

/** A text redacted, always with the same stand-ins. */
export function redacted(text: string, kinds: readonly RedactKind[] = REDACT_KINDS, patterns: readonly string[] = []): Done {
  const done = finish(redact(piecesOf(Trail.of(new StringSource(text))), { kinds, patterns, key: KEY }));
  return { ...done, text: done.texts.join('') };
}
