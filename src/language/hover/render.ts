import { codeSpan, fence, plain, webLink } from '../../words/markdown';
import { isList, type Line, type Paragraph } from './content';
import { type Language } from '../../knowledge/bilingual';
import { type Answer, type Decoded } from './explain';

/** The rule between languages: an editor draws none by itself. */
const RULE = '\n\n---\n\n';
const BREAK = '  \n';

/**
 * What is said as Markdown: all in the first language, with what is said once, then the meaning in the others, each below a rule. Every value of the log
 * goes through `codeSpan` or `fence`.
 */
export function render({ explanations }: Pick<Answer, 'explanations'>, languages: readonly Language[]): string {
  return languages
    .map((language, index) => {
      const isFirst = index === 0;
      return paragraphs(
        explanations.flatMap(({ say, once }) => [...say(language, isFirst), ...(isFirst ? (once?.(language) ?? []) : [])]),
      );
    })
    .filter((part) => part !== '')
    .join(RULE);
}

/** What a string holds, as Markdown. */
export function renderDecoded({ note, json }: Decoded, language: Language): string {
  return json === undefined ? line(note(language)) : `${line(note(language))}\n\n${fence(json, 'json')}`;
}

function paragraphs(all: readonly Paragraph[]): string {
  let text = '';
  let afterLine = false;
  for (const paragraph of all) {
    const isLine = !isList(paragraph);
    if (text !== '') text += afterLine && isLine ? BREAK : '\n\n';
    text += isLine ? line(paragraph) : paragraph.list.map((item) => `- ${line(item)}`).join('\n');
    afterLine = isLine;
  }
  return text;
}

function line(pieces: Line): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return plain(piece);
      if ('link' in piece) return webLink(piece.link, piece.to);
      return 'code' in piece ? codeSpan(piece.code) : bold(piece.strong);
    })
    .join('');
}

/** Spaces inside the marks would take their meaning away. */
function bold(text: string): string {
  return text.trim() === '' ? '' : `**${plain(text.trim())}**`;
}
