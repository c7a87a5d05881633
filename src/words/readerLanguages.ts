import { type Language } from '../knowledge/bilingual';

/** The languages in which meanings are given, that of the display first; `wanted` is the value of the setting `trail.hover.languages`. */
export function languagesFor(wanted: string | undefined, display: string): readonly Language[] {
  if (wanted === 'zh' || wanted === 'en') return [wanted];
  return display.startsWith('zh') ? ['zh', 'en'] : ['en', 'zh'];
}
