import { isDone, type Clause } from './clause';
import { type Sentence } from './reading';
import { type Verb } from './verbs';

const LISTING = /^(?:describe|get|query|fetch|list|search|find|lookup|view|show)$/;
/** Chinese heads that already say that there are many, or cannot be listed. */
const NOT_LISTED =
  /(?:列表|信息|详情|明细|属性|数据|结果|历史|状态|记录|统计|配置|日志|价格|用量|指标|报表|概览|趋势|排名|数量|总数|带宽|流量|时间|建议|情况)$/u;
/** Verbs of two equal partners: "将证书与监听关联". */
const MUTUAL = /^(?:关联|绑定|取消关联|解绑|连接|比较|交换|同步)$/u;
/** Verbs that move nothing: what follows "to" belongs to their object (`DeleteLivePullToPush`). */
const STAYING = /^(?:创建|更新|修改|启动|停止)$/u;

/** What a sentence says, in Chinese. */
export function chineseOf(sentence: Sentence): string {
  const { found, verb, subject, suffix, clause } = sentence;
  const said = clause === undefined ? action(sentence) : `${found.manner?.zh ?? ''}${verb.zh}${asked(clause)}`;
  return chinese(`${subject ? `${subject.zh} ` : ''}${said}${suffix === undefined ? '' : `（${suffix.zh}）`}`);
}

function action({ found, verb, object, parts }: Sentence): string {
  const { manner, second } = found;
  const { name } = found.verb;
  const reading = verb.kind === 'read';
  const joint = second === undefined ? '' : `${second.joint === 'and' ? '并' : '或'}${second.verb.zh}`;
  const word = `${manner?.zh ?? ''}${verb.zh}${joint}`;
  const bare = object?.zh ?? (reading ? '信息' : verb.kind === 'logon' || parts.length > 0 ? '' : '资源');
  const many = object !== undefined && (object.plural || name === 'list') && object.number === 'count';
  const thing = LISTING.test(name) && many && !NOT_LISTED.test(bare) ? `${bare}列表` : bare;
  const act = (what: string): string => (word.includes('{}') ? word.replace('{}', () => ` ${what} `) : `${word} ${what}`);
  let clause = act(thing);
  parts.forEach(({ preposition, phrase: { zh } }, at) => {
    if (at > 0) clause = adverbial(preposition, zh, clause);
    else if (/^(?:to|into|onto)$/.test(preposition)) clause = moved(verb, word, bare, zh, clause);
    else if (preposition === 'with' && MUTUAL.test(verb.zh)) clause = `将 ${bare} 与 ${zh} ${word}`;
    else if (reading && /^(?:for|of|on|from|under)$/.test(preposition)) clause = act(`${zh} 的 ${thing}`);
    else if (reading && preposition === 'in') clause = act(`${zh} 中的 ${thing}`);
    else if (preposition === 'of') clause = act(`${zh} 的 ${thing}`);
    else clause = adverbial(preposition, zh, clause);
  });
  return clause;
}

function moved(verb: Verb, word: string, bare: string, target: string, clause: string): string {
  if (word.includes('{}')) return `${clause}（${target}）`;
  const stays = verb.kind === 'read' || verb.kind === 'delete' || STAYING.test(verb.zh);
  if (bare === '') return `${word}到 ${target}`;
  return stays ? `${clause}（到 ${target}）` : `将 ${bare} ${word}到 ${target}`;
}

function asked({ subject, state, deed, wants }: Clause): string {
  const thing = subject === undefined ? '' : ` ${subject.zh} `;
  if (wants !== undefined) return `${thing}是否${wants.zh} ${wants.object.zh}`;
  if (deed !== undefined) return isDone(deed) ? `是否已${deed.zh}${thing}` : `${thing}能否${deed.zh.replace('{}', '')}`;
  if (state === undefined) return thing;
  return /^(?:成功|失败|完成)$/u.test(state.zh) && subject !== undefined ? `${thing}${state.zh}` : `${thing}是否${state.zh}`;
}

function adverbial(preposition: string, zh: string, clause: string): string {
  switch (preposition) {
    case 'from':
      return `从 ${zh} ${clause}`;
    case 'to':
    case 'into':
    case 'onto':
      return `向 ${zh} ${clause}`;
    case 'for':
    case 'of':
      return `为 ${zh} ${clause}`;
    case 'by':
      return `按 ${zh} ${clause}`;
    case 'with':
    case 'via':
    case 'using':
      return `使用 ${zh} ${clause}`;
    case 'without':
      return `${clause}（不含 ${zh}）`;
    case 'between':
      return `在 ${zh} 之间${clause}`;
    default:
      return `在 ${zh} 中${clause}`;
  }
}

/** Sets a space where Chinese and Latin letters or digits meet, and none between Chinese. */
export function chinese(text: string): string {
  return text
    .trim()
    .replace(/([\u3400-\u9fff“”（）]) +(?=[\u3400-\u9fff“”（）])/g, '$1')
    .replace(/([\u3400-\u9fff])(?=[A-Za-z0-9\u00c0-\u024f])|([A-Za-z0-9\u00c0-\u024f])(?=[\u3400-\u9fff])/g, '$1$2 ')
    .replace(/ {2,}/g, ' ');
}
