import { type Filter } from '../../filter/filter';
import { cliQuery } from './cli';
import { duckDbQuery } from './duckDb';
import { maxComputeQuery } from './maxCompute';
import { type Query } from './note';
import { slsQuery, slsSearchQuery } from './sls';

/** Where a query is to run. */
export const TARGETS = ['sls', 'sls-search', 'maxcompute', 'cli', 'duckdb'] as const;
export type Target = (typeof TARGETS)[number];

const WRITERS: Readonly<Record<Target, (filter: Filter) => Query>> = {
  sls: slsQuery,
  'sls-search': slsSearchQuery,
  maxcompute: maxComputeQuery,
  cli: cliQuery,
  duckdb: duckDbQuery,
};

/** A filter without problems as a query for another place. */
export function queryOf(filter: Filter, target: Target): Query {
  return WRITERS[target](filter);
}
