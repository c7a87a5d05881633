import { type Node } from 'jsonc-parser';
import { regionOf } from '../../knowledge/regions';
import { resourceNamesIn, resourceType, resourceTypesIn } from '../../knowledge/resourceTypes';
import { serviceOf } from '../../knowledge/services';
import { detectArn } from '../../escapes';
import { code, type Explanation, type Line, named, strong } from './content';
import { textOf } from '../../event/member';
import { capitalized, label, number, SEPARATOR } from '../../words/bilingual';

/** Types and names are listed up to this many. */
const MAX_LISTED = 10;

/** What a resource type is, or each of several separated by semicolons. */
export function explainResourceType(value: string): Explanation | undefined {
  const known = resourceTypesIn(value)
    .slice(0, MAX_LISTED)
    .map((id) => ({ id, type: resourceType(id) }));
  const first = known[0]?.type;
  if (known.length === 1 && first !== undefined)
    return named({ ...first.meaning, en: capitalized(first.meaning.en) }, value, { zh: '资源类型', en: 'resource type' });
  if (!known.some(({ type }) => type !== undefined)) return undefined;
  return {
    say: (language) => [
      [strong(language === 'zh' ? '多种资源类型' : 'Several resource types')],
      { list: known.map(({ id, type }): Line => (type ? [code(id), SEPARATOR, type.meaning[language]] : [code(id)])) },
    ],
  };
}

/** The names of a resourceName field with the types that they belong to. */
export function explainResourceName(value: string, event: Node): Explanation | undefined {
  const names = resourceNamesIn(value);
  const types = resourceTypesIn(textOf(event, 'resourceType'));
  if (names.length !== types.length || names.length === 0) return undefined;
  return {
    say: (language) => [
      [strong(language === 'zh' ? '涉及的资源' : 'The resources concerned')],
      {
        list: names.slice(0, MAX_LISTED).map((group, index): Line => {
          const type = types[index] ?? '';
          const listed = group.slice(0, MAX_LISTED).flatMap((name, at) => (at === 0 ? [code(name)] : [', ', code(name)]));
          const rest = group.length - MAX_LISTED;
          const more = rest > 0 ? [language === 'zh' ? ` 等 ${number(group.length)} 个` : ` and ${number(rest)} more`] : [];
          return [resourceType(type)?.meaning[language] ?? type, language === 'zh' ? '：' : ': ', ...listed, ...more];
        }),
      },
    ],
  };
}

/** A resource below its type in referencedResources. */
export function explainReferenced(type: string): Explanation | undefined {
  const known = resourceType(type);
  if (known === undefined) return undefined;
  return {
    say: (language) => [
      [label(language, '事件涉及的资源', 'A resource that the event concerns'), strong(known.meaning[language])],
    ],
  };
}

/** An ARN in its parts. */
export function explainArn(value: string): Explanation | undefined {
  const arn = detectArn(value);
  if (arn === undefined) return undefined;
  const service = serviceOf(arn.service);
  const region = regionOf(arn.region);
  return {
    say: (language) => {
      const list: Line[] = [];
      const part = (zh: string, en: string, text: string, meaning?: string): void => {
        if (text !== '') list.push([label(language, zh, en), code(text), ...(meaning === undefined ? [] : [SEPARATOR, meaning])]);
      };
      part('云服务', 'Service', arn.service, service?.[language]);
      part('地域', 'Region', arn.region, region?.[language]);
      part('账号', 'Account', arn.account);
      if (arn.resourceType === undefined) part('资源', 'Resource', arn.resource);
      else {
        part('资源类型', 'Resource type', arn.resourceType);
        part('资源名称', 'Resource name', arn.resourceName);
      }
      return [[strong(language === 'zh' ? '资源的 ARN' : 'The ARN of a resource')], { list }];
    },
  };
}
