import { queryMessage } from '../words/queryMessages';
import { plain } from '../words/messages';
import { queryOf, type Target, TARGETS } from '../share/query/query';
import { readFilter } from './filter';
import { Filter } from '../filter/filter';
import { type Console, tell } from './console';

export const QUERY_USAGE = `Usage: npm run -s inspect -- --query ${TARGETS.join('|')} EXPR`;

/** Runs `--query`: prints the query, what differs on standard error, and gives 0; 2 where the usage or the filter is wrong. */
export function queryMain(args: readonly string[], console: Console): number {
  const [option = '', ...rest] = args;
  const [target = '', expression, ...more] = option.startsWith('--query=') ? [option.slice('--query='.length), ...rest] : rest;
  if (!option.startsWith('--query') || !isTarget(target) || expression === undefined || more.length > 0) {
    tell(console, QUERY_USAGE);
    return 2;
  }
  const filter = readFilter(expression);
  if (!(filter instanceof Filter)) {
    tell(console, ...filter.map((line) => line.replace(/^--filter: /, '--query: ')));
    return 2;
  }
  const { text, notes } = queryOf(filter, target);
  console.out(text);
  for (const note of notes) tell(console, queryMessage(note, filter.text, plain));
  return 0;
}

function isTarget(text: string): text is Target {
  return (TARGETS as readonly string[]).includes(text);
}
