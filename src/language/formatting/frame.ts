import { createScanner, format, type FormattingOptions, type ScanError, type SyntaxKind } from 'jsonc-parser';
import { type TextEdit } from '../../event/textEdit';
import { spaceEdits } from '../../event/space';

/** Values of jsonc-parser's enums, which exist for its types only. */
const END: SyntaxKind.EOF = 17;
const OPEN_COMMENT: ScanError.UnexpectedEndOfComment = 1;
const OPEN_STRING: ScanError.UnexpectedEndOfString = 2;

/** The edits that lay out what stands around the records. A part of a log keeps the depth of its first line, and its end. */
export function formatFrame(text: string, isWhole: boolean, options: FormattingOptions): readonly TextEdit[] {
  if (!isSound(text)) return [];
  if (isWhole) return spaceEdits(text, format(text, undefined, { ...options, insertFinalNewline: text.endsWith('\n') }));
  const from = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const edits = format(text, { offset: from, length: text.length - from }, { ...options, insertFinalNewline: false });
  return spaceEdits(text, edits).filter(({ start }) => start >= from);
}

/** Whether every string and comment is closed: behind one that is not, a scanner takes text for what it is not. */
function isSound(text: string): boolean {
  const scanner = createScanner(text);
  while (scanner.scan() !== END) {
    const error = scanner.getTokenError();
    if (error === OPEN_STRING || error === OPEN_COMMENT) return false;
  }
  return true;
}
