import { codeSpan, fence, plain } from '../markdown';
import { type Explanation, isList, type Language, type Line, type Paragraph } from './content';

/**
 * Explanations as Markdown, a part for each language in the order wanted, then what is said once. An editor draws a line between parts. Every value of
 * the log goes through `codeSpan` or `fence`.
 */
export function render(
  explanations: readonly Explanation[],
  languages: readonly Language[],
  json: string | undefined,
): readonly string[] {
  const parts = languages.map((language, index) => paragraphs(explanations.flatMap(({ say }) => say(language, index === 0))));
  const [first] = languages;
  if (first !== undefined) {
    const once = paragraphs(explanations.flatMap((one) => one.once?.(first) ?? []));
    parts.push(json === undefined ? once : `${once}\n\n${fence(json, 'json')}`);
  }
  return parts.filter((part) => part !== '');
}

function paragraphs(all: readonly Paragraph[]): string {
  return all
    .map((paragraph) => (isList(paragraph) ? paragraph.list.map((item) => `- ${line(item)}`).join('\n') : line(paragraph)))
    .join('\n\n');
}

function line(pieces: Line): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return plain(piece);
      return 'code' in piece ? codeSpan(piece.code) : bold(piece.strong);
    })
    .join('');
}

/** Spaces inside the marks would take their meaning away. */
function bold(text: string): string {
  return text.trim() === '' ? '' : `**${plain(text.trim())}**`;
}
