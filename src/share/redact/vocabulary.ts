import { allFields } from '../../knowledge/fields';
import { IDENTITY_TYPES } from '../../knowledge/identities';
import { allRegions } from '../../knowledge/regions';
import { allServices } from '../../knowledge/services';
import { type Steps } from '../../trail/steps';
import { fold } from './fold';

/** Words of the vendor that are in no table. */
const MORE = 'aliyuncs.com aliyun.com alibabacloud.com onaliyun.com console signin aliyunconsole instance describe create delete';

const LISTS: readonly (() => readonly string[])[] = [
  () => allFields().map(({ name }) => name),
  () => allServices().map(({ name }) => name),
  () => allRegions().map(({ id }) => id),
  () => IDENTITY_TYPES.map(({ value }) => value),
];

let words: string | undefined;

/** Reads the words, in steps: their tables are parsed when they are asked for. */
export function* readVocabulary(): Steps<void> {
  if (words !== undefined) return;
  const lists: string[] = [MORE];
  for (const list of LISTS) {
    lists.push(...list());
    yield;
  }
  words = fold(lists.join(' '));
}

/**
 * Whether a value is a part of the words that every log has: names of fields, services, regions. Replaced inside them, it would make another log of it, so
 * it is replaced only where it stands alone. `value` is folded; the words must have been read.
 */
export function isVocabulary(value: string): boolean {
  if (/\d.*\d/.test(value) && !value.startsWith('cn-')) return false;
  return words?.includes(value) === true;
}
