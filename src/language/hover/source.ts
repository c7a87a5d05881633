import { type Language } from '../../knowledge/bilingual';
import { builtin } from '../../knowledge/catalogue';
import { type CatalogueEntry, type Source } from '../../knowledge/entry';
import { serviceOf } from '../../knowledge/services';
import { capitalized, label, SEPARATOR } from '../../words/bilingual';
import { type Line } from './content';

/** Where the meaning comes from, where that says something: ours needs no name, and what is derived was called so already. */
export function saySource(entry: CatalogueEntry, language: Language): Line | undefined {
  const elsewhere: Line =
    entry.match === 'other' && entry.service !== ''
      ? [
          language === 'zh'
            ? `所属云服务未知，按 ${serviceOf(entry.service)?.zh ?? entry.service} 解释`
            : `the service is not known; explained as ${serviceOf(entry.service)?.en ?? entry.service}`,
        ]
      : [];
  const isOurs = entry.filled === undefined && (entry.derived || entry.source === builtin().source);
  if (isOurs)
    return elsewhere.length === 0
      ? undefined
      : elsewhere.map((piece) => (typeof piece === 'string' ? capitalized(piece) : piece));
  return [
    label(language, '来源', 'Source'),
    sources(entry, language),
    ...(elsewhere.length === 0 ? [] : [SEPARATOR, ...elsewhere]),
  ];
}

/** Where the meaning comes from; where its two languages come from different catalogues, both of them. */
function sources({ source, filled }: CatalogueEntry, language: Language): string {
  const own = sourceText(source, language);
  if (filled === undefined) return own;
  const other = sourceText(filled.source, language);
  const [zh, en] = filled.language === 'zh' ? [other, own] : [own, other];
  return language === 'zh' ? `${zh}（中文）、${en}（英文）` : `${en} (English), ${zh} (Chinese)`;
}

function sourceText(source: Source, language: Language): string {
  return typeof source === 'string' ? source : source[language];
}
