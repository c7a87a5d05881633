import { inspectLiteral, Reason } from '../../escapes';
import { type Bilingual } from '../../knowledge/bilingual';
import { code, type Explanation, strong } from './content';
import { type Language } from '../../knowledge/bilingual';

/** Why a text that looks like JSON is none. */
export const REASONS: Readonly<Record<Reason, Bilingual>> = {
  [Reason.CutOff]: { zh: '文本在 JSON 结束之前中断', en: 'the text ends before the JSON does' },
  [Reason.TextAfter]: { zh: 'JSON 之后还有其他内容', en: 'something follows behind the JSON' },
  [Reason.Comment]: { zh: '含有注释', en: 'it holds a comment' },
  [Reason.TrailingComma]: { zh: '右括号前多了逗号', en: 'a comma stands before a closing bracket' },
  [Reason.BareWord]: { zh: '有的词没有加引号', en: 'a word has no quotes' },
  [Reason.BareMask]: { zh: '脱敏的值没有加引号', en: 'a masked value has no quotes' },
  [Reason.BadNumber]: { zh: '数字的写法不符合 JSON', en: 'a number is not written as JSON has it' },
  [Reason.SingleQuote]: { zh: '使用了单引号', en: 'single quotes are used' },
  [Reason.StrayBackslash]: { zh: '字符串之外有反斜杠', en: 'a backslash stands outside of a string' },
  [Reason.BadEscape]: { zh: '含有 JSON 中没有的转义', en: 'it holds an escape that JSON does not have' },
  [Reason.ControlCharacter]: { zh: '控制字符没有转义', en: 'a control character is not escaped' },
  [Reason.Unexpected]: { zh: '此处应为其他字符', en: 'another character is expected there' },
  [Reason.TooDeep]: { zh: '转义的层数太多', en: 'it is escaped too often' },
};

/** What is shown of the string on each side of the place; UTF-16 units. */
const AROUND = 16;

/** Why a string that looks like JSON is left alone, and where reading it stopped; undefined for every other string. */
export function explainUndecodable(literal: string): Explanation | undefined {
  const inspection = inspectLiteral(literal);
  if (inspection.kind !== 'undecodable') return undefined;
  const { reason, offset } = inspection;
  const near = literal.slice(Math.max(1, offset - AROUND), Math.min(literal.length - 1, offset + AROUND));
  return {
    say: (language) => [[strong(title(language)), language === 'zh' ? '：' : ': ', REASONS[reason][language]]],
    once: (language) => [
      language === 'zh'
        ? [`第 ${String(offset)} 个字符附近：`, code(near)]
        : [`Near character ${String(offset)} of the string: `, code(near)],
    ],
  };
}

function title(language: Language): string {
  return language === 'zh' ? '看起来是 JSON，但无法解码' : 'Looks like JSON, but cannot be decoded';
}
