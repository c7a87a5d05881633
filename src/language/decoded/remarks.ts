import { formatLocal, offsetOf } from '../../knowledge/times';
import { type Language } from '../../knowledge/bilingual';
import { REASONS } from '../hover/undecodable';
import { visible } from '../../words/visible';
import { type Remark } from './piece';

/** Text of the log in a comment is cut; UTF-16 units. */
const MAX_TEXT = 200;

/** A remark as the text of a comment: one line, whatever the log holds. */
export function sayRemark(remark: Remark, language: Language): string {
  const isChinese = language === 'zh';
  switch (remark.kind) {
    case 'time':
      return `${formatLocal(remark.ms)} (${offsetOf(remark.ms)})`;
    case 'levels':
      return levels(remark.levels, remark.over, isChinese);
    case 'undecodable':
      return isChinese
        ? `看起来是 JSON，但无法解码：${REASONS[remark.reason].zh}（第 ${String(remark.at)} 个字符附近）`
        : `looks like JSON, but cannot be decoded: ${REASONS[remark.reason].en} (near character ${String(remark.at)})`;
    case 'base64':
      return isChinese ? 'Base64 中的 JSON' : 'JSON in Base64';
    case 'gathered':
      return isChinese ? '由带编号的参数归并' : 'gathered from numbered parameters';
    case 'cut':
      return isChinese ? '只显示开头部分' : 'only the beginning is shown';
    case 'says':
      return visible(remark.text, MAX_TEXT);
  }
}

function levels(all: number, over: number, isChinese: boolean): string {
  if (isChinese) return `字符串中的 JSON，${String(all)} 层转义${over > 0 ? `，其中 ${String(over)} 层多余` : ''}`;
  return `JSON in a string, ${String(all)} ${all === 1 ? 'level' : 'levels'} of escaping${over > 0 ? `, ${String(over)} of them needless` : ''}`;
}
