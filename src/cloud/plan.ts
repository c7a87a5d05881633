import { Filter } from '../filter/filter';
import { searchConditions, withinBounds } from '../share/query/slsSearch';
import { hostOf, lookUp } from './actionTrail';
import { attributesOf } from './attributes';
import { type Action } from './call';
import { narrowed, narrowedLogs } from './conditions';
import { isName, type Logstore, projectHost, searchLogs, searchOf } from './logstore';
import { nothing, type PagingContext, type SearchNote } from './page';
import { CloudSearch } from './search';
import { type Span } from './span';

/** Where a trail is searched: in ActionTrail itself, or in the Logstore to which it is delivered. */
export type CloudPlace =
  { readonly kind: 'actiontrail'; readonly regions: readonly string[] } | ({ readonly kind: 'sls' } & Logstore);

/** A search as it is remembered: names and conditions, no key. */
export interface CloudPlan {
  readonly place: CloudPlace;
  readonly span: Span;
  /** The text of the filter. */
  readonly filter: string;
}

/** What a search asks, of whom, and by which conditions, as the service is told them. */
export interface CloudRequest {
  readonly action: Action;
  readonly hosts: readonly string[];
  readonly conditions: readonly string[];
}

/** The project and the Logstore in `PROJECT/LOGSTORE`; undefined where it is something else. */
export function logstoreIn(text: string): { readonly project: string; readonly logstore: string } | undefined {
  const [project = '', logstore = '', ...more] = text.split('/');
  return more.length === 0 && isName('project', project) && isName('logstore', logstore) ? { project, logstore } : undefined;
}

/** The search of a plan: what it finds holds at least what the filter finds. */
export function searchFor({ place, span, filter }: CloudPlan, note: (note: SearchNote) => void): CloudSearch {
  const { expression } = Filter.parse(filter);
  return new CloudSearch((wanted) => {
    const context: PagingContext = { wanted, note };
    if (place.kind === 'actiontrail') {
      const within = narrowed(span, expression);
      return within === undefined
        ? nothing()
        : lookUp({ ...place, span: within, attributes: attributesOf(expression, note) }, Date.now(), context);
    }
    const within = narrowedLogs(span, expression);
    const conditions = withinBounds(searchConditions(expression));
    return within === undefined ? nothing() : searchLogs({ store: place, span: within, conditions }, context);
  });
}

/** What the first request of a plan would be. */
export function requestOf({ place, filter }: CloudPlan): CloudRequest {
  const { expression } = Filter.parse(filter);
  if (place.kind === 'sls') {
    const conditions = withinBounds(searchConditions(expression));
    return {
      action: 'GetLogsV2',
      hosts: [projectHost(place)],
      conditions: conditions.length === 0 ? [] : [searchOf(conditions)],
    };
  }
  const attributes = attributesOf(expression, () => undefined);
  return {
    action: 'LookupEvents',
    hosts: place.regions.map(hostOf),
    conditions: attributes.map(({ key, value }) => `${key}=${value}`),
  };
}
