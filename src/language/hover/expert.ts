import { type Node } from 'jsonc-parser';
import { parametersOf } from '../../event/parameters';
import { textOf } from '../../event/member';
import { apiPageOf } from '../../knowledge/apiPage';
import { type Bilingual, type Language } from '../../knowledge/bilingual';
import { type CatalogueEntry } from '../../knowledge/entry';
import { type Risk, techniqueOf } from '../../knowledge/risk';
import { label, number, SEPARATOR } from '../../words/bilingual';
import { code, joined, type Line } from './content';
import { type Following } from './following';

export const RISKS: Readonly<Record<Risk, Bilingual>> = {
  high: { zh: '高风险', en: 'high risk' },
  medium: { zh: '中风险', en: 'medium risk' },
  low: { zh: '低风险', en: 'low risk' },
};

/** Parameters that name what is acted upon; those of the gateway, and of what a resource only lies in, do not. */
const THING = /(?:id|ids|name|arn|key)(?:\.[0-9]+)?$/;
const AROUND =
  /(?:^|\.)(?:request|region|host|zone|account|owner|vpc|vswitch|resourcegroup|acsproduct|service|image|policy)\w*(?:\.[0-9]+)?$/;
/** Shorter values stand for too much. */
const MIN_THING = 3;

/** What an event was done to: ids and names in its parameters and response. */
export function thingsOf(event: Node): readonly string[] {
  const things = new Set<string>();
  for (const part of ['requestParameters', 'responseElements'] as const)
    for (const [path, value] of parametersOf(event, part))
      if (THING.test(path) && !AROUND.test(path) && value.length >= MIN_THING && !/^[[{]/.test(value)) things.add(value);
  return [...things];
}

/** The event that undoes this one, and whether it follows. */
export function sayOpposite(name: string, following: Following | undefined, isComplete: boolean, language: Language): Line {
  const start: Line = [label(language, '相反操作', 'Undone by'), code(name)];
  if (following === undefined) return start;
  const { count, same } = following;
  if (language === 'zh') {
    const place = isComplete ? '本日志' : '本日志（截至目前）';
    if (count === 0) return [...start, `，${place}中此后未出现`];
    const which = same === undefined ? '' : same === 0 ? '，均不针对同一对象' : `，其中针对同一对象 ${number(same)} 次`;
    return [...start, `，${place}中此后出现 ${number(count)} 次${which}`];
  }
  const place = isComplete ? 'in this log' : 'in this log so far';
  if (count === 0) return [...start, `, which does not follow ${place}`];
  const share = same === count ? '' : `${times(same ?? 0)} `;
  const which = same === undefined ? '' : same === 0 ? ', but not on the same thing' : `, ${share}on the same thing`;
  return [...start, `, which follows ${times(count)} ${place}${which}`];
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${number(count)} times`);

/** Where to read on: the technique of attackers that the event belongs to, and the vendor's page of the operation. */
export function sayPages(entry: CatalogueEntry, event: Node | undefined, language: Language): Line | undefined {
  const technique = techniqueOf(entry);
  // What is no call of an API has no page there.
  const page =
    event === undefined || textOf(event, 'eventType') === 'ApiCall' ? apiPageOf(entry, textOf(event, 'apiVersion')) : undefined;
  const lines: Line[] = [];
  if (technique !== undefined) lines.push(['ATT&CK ', { link: technique.id, to: technique.page }, ` ${technique.name}`]);
  if (page !== undefined) lines.push([{ link: language === 'zh' ? 'API 文档' : 'API reference', to: page }]);
  return lines.length === 0 ? undefined : joined(lines, SEPARATOR);
}
