import { allFields } from '../../knowledge/fields';
import { IDENTITY_TYPES } from '../../knowledge/identities';
import { allRegions } from '../../knowledge/regions';
import { allServices } from '../../knowledge/services';
import { fold } from './fold';

/** Words of the vendor that are in no table. */
const MORE = 'aliyuncs.com aliyun.com alibabacloud.com onaliyun.com console signin aliyunconsole instance describe create delete';

let words: string | undefined;

/**
 * Whether a value is a part of the words that every log has: names of fields, services, regions. Replaced inside them, it would make another log of it, so
 * it is replaced only where it stands alone. `value` is folded.
 */
export function isVocabulary(value: string): boolean {
  if (/\d.*\d/.test(value) && !value.startsWith('cn-')) return false;
  words ??= fold(
    [
      ...allFields().map(({ name }) => name),
      ...allServices().map(({ name }) => name),
      ...allRegions().map(({ id }) => id),
      ...IDENTITY_TYPES.map(({ value: type }) => type),
      MORE,
    ].join(' '),
  );
  return words.includes(value);
}
