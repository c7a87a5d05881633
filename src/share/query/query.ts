import { type Filter } from '../../filter/filter';
import { cliQuery } from './cli';
import { maxComputeQuery } from './maxCompute';
import { type Query } from './note';
import { slsQuery } from './sls';

/** Where a query is to run. */
export const TARGETS = ['sls', 'maxcompute', 'cli'] as const;
export type Target = (typeof TARGETS)[number];

const WRITERS: Readonly<Record<Target, (filter: Filter) => Query>> = {
  sls: slsQuery,
  maxcompute: maxComputeQuery,
  cli: cliQuery,
};

/** A filter without problems as a query for another place. */
export function queryOf(filter: Filter, target: Target): Query {
  return WRITERS[target](filter);
}
