/** How JSON is laid out where it is put into a document. */
export interface Layout {
  /** One step of indentation. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  /** Indentation of the line in which the value stands. */
  readonly base: string;
  /** Everything on one line: a minified document, or one record a line. */
  readonly compact: boolean;
  readonly spaceAfterColon: boolean;
  /** Column at which the value begins, in UTF-16 units with a tab as {@link TAB_WIDTH}; the width of `base` when left out. */
  readonly column?: number;
}

export const TAB_WIDTH = 4;

/** What hovers and new documents use. */
export const PRETTY: Layout = { indent: '  ', eol: '\n', base: '', compact: false, spaceAfterColon: true };

/** Columns of a text without line breaks. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) width += TAB_WIDTH - 1;
  return width;
}
