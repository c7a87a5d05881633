import { type Expanded } from '../../escapes';
import { type Held } from '../../event/held';
import { type Language } from '../../knowledge/bilingual';
import { type Line, strong } from './content';
import { SEPARATOR } from '../../words/bilingual';

/** What of it a hover shows. */
const SHOWN_LINES = 40;
const SHOWN_LENGTH = 4_000;

/** The decoded text as far as a hover shows it. */
export function shown({ text, cut }: Expanded): { readonly json: string; readonly cut: boolean } {
  let end = 0;
  for (let line = 0; line < SHOWN_LINES && end >= 0; line++) end = text.indexOf('\n', end === 0 ? 0 : end + 1);
  const byLines = end < 0 ? text.length : end;
  const length = Math.min(byLines, SHOWN_LENGTH, text.length);
  return { json: text.slice(0, length), cut: cut || length < text.length };
}

/** How the string is escaped. */
export function noteOf({ inspection }: Held, isCut: boolean, language: Language): Line {
  return [strong(kind(inspection.overLevels, language)), SEPARATOR, ...levels(inspection, language), ...cutNote(isCut, language)];
}

function kind(over: number, language: Language): string {
  if (over === 0) return language === 'zh' ? '字符串中的 JSON' : 'JSON in a string';
  if (over > 1) return language === 'zh' ? '转义过度的 JSON' : 'JSON that was escaped too often';
  return language === 'zh' ? '多转义了一次的 JSON' : 'JSON that was escaped once too often';
}

function levels({ levels: all, overLevels: over }: Held['inspection'], language: Language): Line {
  if (language === 'zh') return [`${String(all)} 层转义${over > 1 ? `，其中 ${String(over)} 层多余` : ''}`];
  return [`${String(all)} ${all === 1 ? 'level' : 'levels'} of escaping${over > 1 ? `, ${String(over)} of them needless` : ''}`];
}

function cutNote(isCut: boolean, language: Language): Line {
  return isCut ? [SEPARATOR, language === 'zh' ? '只显示开头部分' : 'only the beginning is shown'] : [];
}
