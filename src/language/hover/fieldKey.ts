import { type Field } from '../../knowledge/field';
import { code, type Explanation, joined, type Line, type Paragraph } from './content';
import { type Language } from '../../knowledge/bilingual';
import { label, number, SEPARATOR, TYPES } from '../../words/bilingual';

/** Allowed values are listed up to this many. */
const MAX_VALUES = 8;

/** What a field means, written as `name` in the log. */
export function explainField(field: Field, name: string): Explanation {
  return {
    say: (language, isFirst) => {
      const [meaning = [], ...rest] = describe(field, language);
      return [meaning, ...(isFirst ? [title(field, name, language)] : []), ...rest];
    },
  };
}

/** The meaning of a field without its values: a line below what is said about one of them. */
export function describe(field: Field, language: Language): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [[field.meaning[language]]];
  if (field.gateway && !/网关|gateway/i.test(field.meaning[language]))
    paragraphs.push([language === 'zh' ? '由网关添加，不是调用者传入的参数。' : 'Added by the gateway, not sent by the user.']);
  if (field.values.length > 0) paragraphs.push(...values(field, language));
  return paragraphs;
}

function title(field: Field, name: string, language: Language): Line {
  const types = listed(
    field.types.map((type) => TYPES[type][language]),
    language,
  );
  const required: Line | undefined = field.required ? [language === 'zh' ? '必有' : 'required'] : undefined;
  return joined([[code(name)], types === '' ? undefined : [types], required], SEPARATOR);
}

/** `a, b or c` */
function listed(words: readonly string[], language: Language): string {
  const [comma, or] = language === 'zh' ? ['、', '或'] : [', ', ' or '];
  return [words.slice(0, -1).join(comma), ...words.slice(-1)].filter((word) => word !== '').join(or);
}

function values(field: Field, language: Language): readonly Paragraph[] {
  const list = field.values
    .slice(0, MAX_VALUES)
    .map((one): Line => [code(one.value), language === 'zh' ? '：' : ': ', one.meaning[language]]);
  const rest = field.values.length - list.length;
  if (rest > 0) list.push([language === 'zh' ? `另有 ${number(rest)} 个` : `${number(rest)} more`]);
  const intro = field.open ? label(language, '已知取值', 'Known values') : label(language, '取值', 'Values');
  return [[intro.trim()], { list }];
}
