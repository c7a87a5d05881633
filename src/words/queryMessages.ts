import { type QueryNote } from '../share/query/note';
import { type Translate } from './messages';
import { visible } from './visible';

const MESSAGES: Readonly<Record<QueryNote['code'], string>> = {
  'left-out': 'Cannot be said there and is left out, so that more events are found: {0}',
  seconds: 'Times are compared by the second, in UTC.',
  'text-words': 'Text is found by whole words, not inside of words; a prefix stands for 100 words at most.',
  'text-escapes': 'Text is searched as it is written in the record: escapes are not undone.',
  'exact-case': 'The look-up finds values only in the same upper and lower case.',
  'sls-range': 'Choose the time range of the query in the console or the API as well.',
  'sls-limit': 'The names of the columns are those of events that ActionTrail delivers; at most 1,000 events are returned.',
  'sls-cut':
    'SQL may cut long values, of 2,048 bytes and more, such as request parameters: for whole records run the search alone.',
  'duckdb-folder': 'Run it in the folder that holds AliyunLogs, or put in your own folder of delivered objects.',
  'maxcompute-names': 'Put in your own table and column: the column holds an event as JSON text.',
  'cli-region': 'The look-up is in one region: run it for each region that you need.',
  'cli-days': 'The look-up reaches back 90 days, and 7 days where no time is given.',
  'cli-pairs': 'The look-up may refuse some pairs of attributes: leave one out then, jq applies the whole filter.',
  'cli-pages': 'The look-up gives 50 events at a time: go on with --NextToken.',
  'cli-shell': 'The quotes are those of bash and zsh; jq must be installed.',
};

/** What to know of a query, in words. `filter` is the text that it was made from. */
export function queryMessage({ code, start, end }: QueryNote, filter: string, t: Translate): string {
  return t(MESSAGES[code], visible(filter.slice(start ?? 0, end ?? 0)));
}
