import { type Member, type Piece, type Source } from './piece';

/** `Tag.1.Key`: the list, the place in it, and what remains. A name such as `v1.2` is no list. */
const LISTED = /^(.*?[^\d.])\.([1-9]\d{0,4})(?:\.(.+))?$/;

interface Item {
  readonly rest: string | undefined;
  readonly member: Member;
}

/** Members of which those that stand for a list (`Tag.1.Key`, `Tag.1.Value`, `Tag.2.Key`) have become one, at the place of the first. */
export function gathered(members: readonly Member[]): readonly Member[] {
  const lists = new Map<string, Map<number, Item[]>>();
  for (const member of members) {
    const [, list, place, rest] = LISTED.exec(member.name) ?? [];
    if (list === undefined) continue;
    const items = lists.get(list) ?? new Map<number, Item[]>();
    lists.set(list, items.set(Number(place), [...(items.get(Number(place)) ?? []), { rest, member }]));
  }
  if (lists.size === 0) return members;
  const plain = new Set(members.map(({ name }) => name));
  const made = new Set<string>();
  return members.flatMap((member): readonly Member[] => {
    const list = LISTED.exec(member.name)?.[1];
    const items = list === undefined ? undefined : lists.get(list);
    if (list === undefined || items === undefined || plain.has(list) || !isList(items)) return [member];
    if (made.has(list)) return [];
    made.add(list);
    return [{ name: list, key: JSON.stringify(list), source: placeOf(member), value: listOf(items, member) }];
  });
}

/** Whether each place of a list holds either one value or named ones. */
function isList(items: ReadonlyMap<number, readonly Item[]>): boolean {
  return [...items.values()].every((all) => all.length === 1 || all.every(({ rest }) => rest !== undefined));
}

/** A list without gaps is an array; of any other one the places are told. */
function listOf(items: ReadonlyMap<number, readonly Item[]>, first: Member): Piece {
  const source = placeOf(first);
  const sorted = [...items].sort(([a], [b]) => a - b);
  const remarks = [{ kind: 'gathered' }] as const;
  if (sorted.every(([place], index) => place === index + 1))
    return { type: 'array', items: sorted.map(([, all]) => itemOf(all)), source, remarks };
  const members = sorted.map(([place, all]) => {
    const name = String(place);
    return { name, key: JSON.stringify(name), source: all[0] ? placeOf(all[0].member) : source, value: itemOf(all) };
  });
  return { type: 'object', members, source, remarks };
}

function itemOf(all: readonly Item[]): Piece {
  const [first] = all;
  if (first === undefined) return { type: 'object', members: [], source: { start: 0, end: 0 }, remarks: [] };
  if (first.rest === undefined) return first.member.value;
  const members = all.flatMap(({ rest, member }) =>
    rest === undefined ? [] : [{ ...member, name: rest, key: JSON.stringify(rest), source: placeOf(member) }],
  );
  return { type: 'object', members: gathered(members), source: placeOf(first.member), remarks: [] };
}

/** The place of a name of which only a part is shown. */
function placeOf({ source: { start, end } }: Member): Source {
  return { start, end };
}
