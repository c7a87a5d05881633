import { inspectLiteral, mayHoldJson } from '../escapes';
import { Char } from '../trail/scan/chars';
import { type Finding, FindingCode } from './finding';
import { HIDDEN, isKeyId, isPrivateKey, maskedKeyId, secretsInside } from './secrets';

/** Takes a finding; offsets are those of the text that is checked. Its data are made where the finding is kept. */
export type Report = (code: FindingCode, start: number, end: number, data: () => Finding['data']) => void;

const LETTER_L = 0x4c;

/** Whether a string that begins with this unit may be more than text: JSON, the id of an access key or a private key. */
export function isRemarkable(first: number): boolean {
  return first === LETTER_L || first === Char.Minus || mayOpenJson(first);
}

function mayOpenJson(first: number): boolean {
  return first === Char.OpenBrace || first === Char.OpenBracket || first === Char.Backslash || first === Char.Space;
}

/**
 * Checks what a string is whose quotes stand at `start` and before `end`, under whatever key: escaped JSON, also with secrets in it, the id of an access
 * key, a private key. `isEvent` says that it holds the event of the record, which is checked as such.
 */
export function checkString(text: string, start: number, end: number, isEvent: boolean, report: Report): void {
  const first = text.charCodeAt(start + 1);
  if (first === LETTER_L && isKeyId(text, start, end))
    report(FindingCode.AccessKeyId, start, end, () => ({ mask: maskedKeyId(text.slice(start + 1, end - 1)) }));
  else if (first === Char.Minus && isPrivateKey(text, start, end))
    report(FindingCode.Secret, start, end, () => ({ name: 'PRIVATE KEY', mask: HIDDEN }));
  if (!mayOpenJson(first) || !mayHoldJson(text, start, end)) return;
  const literal = text.slice(start, end);
  const inspection = inspectLiteral(literal);
  if (inspection.kind !== 'escaped' && inspection.kind !== 'over-escaped') return;
  if (!isEvent) checkInside(literal, start, report);
  const code = inspection.kind === 'escaped' ? FindingCode.EscapedJson : FindingCode.OverEscapedJson;
  report(code, start, end, () => ({ levels: String(inspection.levels) }));
}

/** The secrets in a string that holds JSON: they are marked without the quotes, which are escaped. */
function checkInside(literal: string, offset: number, report: Report): void {
  for (const { start, end, name } of secretsInside(literal)) {
    const isKey = name === '';
    report(isKey ? FindingCode.AccessKeyId : FindingCode.Secret, offset + start, offset + end, () => ({
      ...(isKey ? {} : { name }),
      mask: isKey ? maskedKeyId(literal.slice(start, end)) : HIDDEN,
      bare: 'true',
    }));
  }
}
