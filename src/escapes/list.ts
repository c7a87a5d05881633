/** One entry of a list that is written as a string. */
export interface ListItem {
  readonly text: string;
  /** UTF-16 offset in the value. */
  readonly start: number;
}

/** Longer values are no list that somebody reads; UTF-16 units. */
const MAX_LENGTH = 65_536;

/**
 * Groups at `;`, items at `,` (`a,b;c`); space around an item and empty items are left out. Undefined without a separator or with
 * fewer than two items. Only for fields that are lists: in any other string these characters are punctuation.
 */
export function detectList(value: string): readonly (readonly ListItem[])[] | undefined {
  if (value.length > MAX_LENGTH || !/[;,]/.test(value)) return undefined;
  let start = 0;
  const groups: ListItem[][] = [];
  for (const group of value.split(';')) {
    const items: ListItem[] = [];
    for (const item of group.split(',')) {
      const text = item.trim();
      if (text !== '') items.push({ text, start: start + item.indexOf(text) });
      start += item.length + 1;
    }
    if (items.length > 0) groups.push(items);
  }
  return groups.flat().length >= 2 ? groups : undefined;
}
