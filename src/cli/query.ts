import { queryMessage } from '../words/queryMessages';
import { plain } from '../words/messages';
import { queryOf, type Target, TARGETS } from '../share/query/query';
import { readFilter } from './filter';
import { type Console } from './console';

export const QUERY_USAGE = `Usage: npm run -s inspect -- --query ${TARGETS.join('|')} EXPR`;

/** Runs `--query`: prints the query, what differs on standard error, and gives 0; 2 where the usage or the filter is wrong. */
export function queryMain(args: readonly string[], { out, err }: Console): number {
  const [option = '', ...rest] = args;
  const [target = '', expression, ...more] = option.startsWith('--query=') ? [option.slice('--query='.length), ...rest] : rest;
  if (!option.startsWith('--query') || !isTarget(target) || expression === undefined || more.length > 0) {
    err(`${QUERY_USAGE}\n`);
    return 2;
  }
  const filter = readFilter(expression);
  if (typeof filter === 'string') {
    err(`${filter.replaceAll('--filter: ', '--query: ')}\n`);
    return 2;
  }
  const { text, notes } = queryOf(filter, target);
  out(text);
  for (const note of notes) err(`${queryMessage(note, filter.text, plain)}\n`);
  return 0;
}

function isTarget(text: string): text is Target {
  return (TARGETS as readonly string[]).includes(text);
}
