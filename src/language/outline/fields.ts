import { type Node } from 'jsonc-parser';
import { endOf, type Mapped, type Member, membersOf, nameOf, scalarText } from '../../event/nodes';
import { visible } from '../../words/visible';
import { errorOf } from '../../knowledge/errors';
import { type Entry, type EntryKind } from './entry';
import { type Group, GROUPS, groupOf, isId, isOpened, isSearched } from './groups';

/** Nesting below a field that is shown. */
const MAX_DEPTH = 6;
/** Members or elements of one object or array that are shown. */
const MAX_CHILDREN = 100;
/** Entries below one event; a policy in a parameter alone may have hundreds. */
const MAX_ENTRIES = 400;
const MAX_TEXT = 120;

/** The words of an outline in the reader's language. */
export interface OutlineWords {
  readonly group: (group: Group) => string;
  /** `… and 24,311 more`. */
  readonly more: (count: number) => string;
}

interface Field extends Member {
  readonly group: Group;
}

/** The groups of an event with their fields below them. */
export function groupEntries(event: Mapped, words: OutlineWords): readonly Entry[] {
  const fields = fieldsOf(event.node);
  const outline = new FieldOutline(event, words);
  return GROUPS.flatMap((group) => outline.group(group, fields));
}

/** The ids of an event: all that is shown below it where there are many. */
export function idEntries(event: Mapped, words: OutlineWords): readonly Entry[] {
  const outline = new FieldOutline(event, words);
  return membersOf(event.node)
    .filter(({ name }) => isId(name))
    .map((member) => outline.member(member, 0));
}

/** The fields of an event, each with its group. The error's of an event that succeeded say nothing: they stand with the rest. */
function fieldsOf(event: Node): readonly Field[] {
  const members = membersOf(event);
  const text = (field: string): string | undefined => scalarText(members.find(({ name }) => nameOf(name) === field)?.value);
  const succeeded = errorOf(text('errorCode'), text('errorMessage')) === '';
  return members.map((member) => {
    const group = groupOf(member.name);
    return { ...member, group: group === 'error' && succeeded ? 'context' : group };
  });
}

class FieldOutline {
  private left = MAX_ENTRIES;

  constructor(
    private readonly event: Mapped,
    private readonly words: OutlineWords,
  ) {}

  /**
   * One group. Its fields may stand anywhere in the event, but a range must not reach over the fields of other groups: breadcrumbs show the first entry whose
   * range holds the cursor. So a group reaches over the longest run of its fields that stand together, which is where its objects are.
   */
  group(group: Group, fields: readonly Field[]): readonly Entry[] {
    const runs = runsOf(group, fields);
    const run = runs.reduce<readonly Field[]>((best, next) => (sizeOf(next) > sizeOf(best) ? next : best), []);
    const main = principal(run);
    const last = run.at(-1);
    const [first] = run;
    if (first === undefined || last === undefined || main === undefined) return [];
    const own = fields.filter((field) => field.group === group);
    const children = own.flatMap((field) => {
      const opened = isOpened(field.name) && field.value?.type === 'object' ? field.value : undefined;
      return opened === undefined ? [this.member(field, 0)] : this.children(opened, 0);
    });
    return [
      {
        name: this.words.group(group),
        detail: '',
        kind: 'group',
        start: this.event.place(first.property.offset),
        end: this.event.place(endOf(last.property)),
        ...this.nameOf(main),
        children: children.filter((child) => child !== undefined),
      },
    ];
  }

  member(member: Member, depth: number): Entry {
    this.left--;
    const { name, property, value } = member;
    const text = scalarText(value);
    const shown = text === undefined ? '' : visible(text, MAX_TEXT);
    const isNamed = shown !== '' && isSearched(name);
    return {
      name: visible(name, MAX_TEXT) + (isNamed ? ` ${shown}` : '') || '""',
      detail: isNamed ? '' : shown,
      kind: kindOf(value),
      start: this.event.place(property.offset),
      end: this.event.place(endOf(property)),
      ...this.nameOf(member),
      children: value === undefined ? [] : this.children(value, depth + 1),
    };
  }

  private element(value: Node, index: number, depth: number): Entry {
    this.left--;
    const start = this.event.place(value.offset);
    const end = this.event.place(endOf(value));
    return {
      name: String(index),
      detail: visible(scalarText(value) ?? '', MAX_TEXT),
      kind: kindOf(value),
      start,
      end,
      nameStart: start,
      nameEnd: end,
      children: this.children(value, depth + 1),
    };
  }

  private children(value: Node, depth: number): readonly Entry[] {
    if (depth > MAX_DEPTH || (value.type !== 'object' && value.type !== 'array')) return [];
    const entries: Entry[] = [];
    const members = value.type === 'object' ? membersOf(value) : [];
    const elements = value.type === 'array' ? (value.children ?? []) : [];
    const count = members.length + elements.length;
    const shown = Math.max(0, Math.min(count, MAX_CHILDREN, this.left));
    for (const member of members.slice(0, shown)) entries.push(this.member(member, depth));
    elements.slice(0, shown).forEach((element, index) => entries.push(this.element(element, index, depth)));
    const next = members[shown]?.property ?? elements[shown];
    if (next !== undefined) entries.push(this.rest(next, endOf(value), count - shown));
    return entries;
  }

  private rest(from: Node, to: number, count: number): Entry {
    const start = this.event.place(from.offset);
    return {
      name: this.words.more(count),
      detail: '',
      kind: 'rest',
      start,
      end: Math.max(start, this.event.place(to)),
      nameStart: start,
      nameEnd: start,
      children: [],
    };
  }

  private nameOf({ property }: Member): { nameStart: number; nameEnd: number } {
    const key = property.children?.[0] ?? property;
    return { nameStart: this.event.place(key.offset), nameEnd: this.event.place(endOf(key)) };
  }
}

/** The stretches in which fields of a group follow one another. */
function runsOf(group: Group, fields: readonly Field[]): readonly (readonly Field[])[] {
  const runs: Field[][] = [];
  fields.forEach((field, index) => {
    if (field.group !== group) return;
    if (fields[index - 1]?.group === group) runs.at(-1)?.push(field);
    else runs.push([field]);
  });
  return runs;
}

function sizeOf(run: readonly Field[]): number {
  return run.reduce((size, { property }) => size + property.length, 0);
}

/** The field that a click on the group leads to: the event's name, else the largest. */
function principal(run: readonly Field[]): Field | undefined {
  const named = run.find(({ name }) => nameOf(name) === 'eventName');
  return (
    named ??
    run.reduce<Field | undefined>((best, next) => (next.property.length > (best?.property.length ?? 0) ? next : best), undefined)
  );
}

function kindOf(value: Node | undefined): EntryKind {
  return value === undefined || value.type === 'property' ? 'null' : value.type;
}
