import { ago } from '../../knowledge/ago';
import { formatLocal, formatUtc, offsetOf, parseTime } from '../../knowledge/times';
import { type Explanation, type Line, strong } from './content';
import { type Language } from '../../knowledge/bilingual';
import { SEPARATOR } from '../../words/bilingual';

/** People in China read UTC+8, wherever the log is looked at. */
const CHINA = 'Asia/Shanghai';
const CHINA_OFFSET = 'UTC+8';

/** A time in UTC, in the reader's own zone, in China's, and how long ago it was. */
export function explainTime(value: string, now: number): Explanation | undefined {
  const time = parseTime(value);
  if (time === undefined) return undefined;
  const { ms, form } = time;
  const offset = offsetOf(ms);
  return {
    say: (language, isFirst) => {
      const when: Line = [strong(formatLocal(ms)), ` ${local(offset, language)}`, SEPARATOR, ago(ms, now, language)];
      if (!isFirst) return [when];
      const lines: Line[] = [
        when,
        [formatUtc(ms), ...(form === 'epoch-ms' || form === 'epoch-s' ? [SEPARATOR, epoch(form, language)] : [])],
      ];
      if (offset !== CHINA_OFFSET)
        lines.push([
          `${formatLocal(ms, CHINA)} ${language === 'zh' ? `北京时间（${CHINA_OFFSET}）` : `in China (${CHINA_OFFSET})`}`,
        ]);
      return lines;
    },
  };
}

function local(offset: string, language: Language): string {
  return language === 'zh' ? `本地时间（${offset}）` : `local time (${offset})`;
}

function epoch(form: 'epoch-ms' | 'epoch-s', language: Language): string {
  if (form === 'epoch-ms') return language === 'zh' ? '1970 年以来的毫秒数' : 'milliseconds since 1970';
  return language === 'zh' ? '1970 年以来的秒数' : 'seconds since 1970';
}
