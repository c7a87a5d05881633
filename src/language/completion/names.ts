import { type Node } from 'jsonc-parser';
import { type Casing, casingOf, toCasing } from '../../knowledge/casing';
import { type Field } from '../../knowledge/field';
import { fieldsBelow } from '../../knowledge/fields';
import { membersOf } from '../../event/nodes';
import { type Spot } from './spot';
import { type Suggestion } from './suggestion';

/** Fields that stand around events, not in them. */
const AROUND: ReadonlySet<Field['scope']> = new Set(['envelope', 'cloudevent', 'collector']);
/** Names that stand for others: any key, an order's id, a beginning. */
const PATTERN = /[*#]/;

/** The names that can be written at a spot, in the event's casing, without those that are there. */
export function nameSuggestions({ path, object, event, start, end }: Spot): readonly Suggestion[] {
  const casing = casingOfEvent(event);
  const own = object.children?.find((property) => property.offset === start && end > start);
  const present = new Set(
    membersOf(object)
      .filter(({ property }) => property !== own)
      .map(({ name }) => name.toLowerCase()),
  );
  const seen = new Set<string>();
  return fieldsBelow(path).flatMap((field) => {
    const name = isOwnCasing(path) ? toCasing(field.name, casing) : field.name;
    if (AROUND.has(field.scope) || PATTERN.test(name) || present.has(name.toLowerCase()) || seen.has(name)) return [];
    seen.add(name);
    return [
      {
        label: name,
        snippet: `"${name}": ${valueSnippet(field)}`,
        meaning: field.meaning,
        note: field.required
          ? { zh: '必有', en: 'in every event' }
          : field.gateway
            ? { zh: '网关添加', en: 'added by the gateway' }
            : undefined,
        kind: 'name' as const,
        rank: field.required ? 0 : field.gateway ? 2 : 1,
      },
    ];
  });
}

/** The parameters and the response are in the casing of the API, whatever the event's is. */
function isOwnCasing(path: readonly string[]): boolean {
  return !/^(?:requestParameters|responseElements|additionalEventData)$/i.test(path[0] ?? '');
}

/** The casing that most names of an event are in. */
export function casingOfEvent(event: Node): Casing {
  let pascal = 0;
  let camel = 0;
  for (const { name } of membersOf(event)) {
    const casing = casingOf(name);
    if (casing === 'Pascal') pascal++;
    else if (casing === 'lowerCamel') camel++;
  }
  return pascal > camel ? 'Pascal' : 'lowerCamel';
}

function valueSnippet({ types, values }: Field): string {
  switch (types[0]) {
    case 'object':
      return '{$1}';
    case 'array':
      return '[$1]';
    case 'boolean':
      return '${1|true,false|}';
    case 'number':
      return '$1';
    default:
      return values.length === 1 ? JSON.stringify(values[0]?.value) : '"$1"';
  }
}
