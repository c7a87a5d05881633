import { isName } from '../cloud/logstore';
import { logstoreIn } from '../cloud/plan';
import { type Span } from '../cloud/span';
import { type Field, fieldOf } from '../filter/field';
import { Filter } from '../filter/filter';
import { momentsOf } from '../filter/moment';
import { PATHS } from '../share/query/sql';
import { readFilter } from './filter';

export const CLOUD_USAGE = [
  'Usage: npm run -s inspect -- --cloud actiontrail|sls:PROJECT/LOGSTORE [--region R[,R…]] [--from T] [--to T] [--filter EXPR] [--limit N]',
  '         [--profile NAME] [--endpoint URL] [--save FILE] (events that the service finds; the filter decides)',
  '       npm run -s inspect -- --cloud sls:PROJECT/LOGSTORE … --count EVENT,ACCOUNT (counts by the service itself)',
];

/** Events that are loaded where nobody says how many. */
const LIMIT = 5_000;
const MOST = 1_000_000;
/** What is searched where nobody says when: seven days. */
const USUAL = 7 * 86_400_000;

/** Where to search. */
export type CloudSource = { readonly text: string } & (
  { readonly kind: 'actiontrail' } | { readonly kind: 'sls'; readonly project: string; readonly logstore: string }
);

export interface CloudOptions {
  readonly source: CloudSource;
  readonly regions: readonly string[];
  readonly span: Span;
  readonly filter?: Filter;
  readonly limit: number;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly save?: string;
  /** The columns to count by, one or two. */
  readonly count?: readonly Field[];
}

const NAMES = ['cloud', 'region', 'from', 'to', 'filter', 'limit', 'profile', 'endpoint', 'save', 'count'] as const;

/** The options of `--cloud`; otherwise what is wrong with them, as a line or several. */
export function readCloudOptions(args: readonly string[], now = Date.now()): CloudOptions | string | readonly string[] {
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const [, name = '', inline] = /^--([a-z]+)(?:=(.*))?$/s.exec(args[at] ?? '') ?? [];
    if (!(NAMES as readonly string[]).includes(name)) return `No option "${args[at] ?? ''}" for --cloud.`;
    const value = inline ?? args[++at];
    if (value === undefined || value === '') return `--${name} needs a value.`;
    if (values.has(name) && name !== 'region') return `--${name} is given twice.`;
    values.set(name, values.has(name) ? `${values.get(name) ?? ''},${value}` : value);
  }
  const source = sourceOf(values.get('cloud') ?? '');
  if (source === undefined) return `--cloud takes actiontrail or sls:PROJECT/LOGSTORE, not "${values.get('cloud') ?? ''}".`;
  const regions = (values.get('region') ?? '').split(',').filter((region) => region !== '');
  const wrong = regions.find((region) => !isName('region', region));
  if (wrong !== undefined) return `--region: "${wrong}" is no region.`;
  if (source.kind === 'sls' && regions.length > 1) return '--region: a Logstore is in one region.';
  const span = spanOf(values.get('from'), values.get('to'), now);
  if (typeof span === 'string') return span;
  const filter = values.has('filter') ? readFilter(values.get('filter') ?? '') : undefined;
  if (filter !== undefined && !(filter instanceof Filter)) return filter;
  const limit = Number(values.get('limit') ?? LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return `--limit takes a number from 1 to ${MOST}.`;
  const endpoint = values.get('endpoint');
  if (endpoint !== undefined && !/^https?:$/.test(protocolOf(endpoint)))
    return `--endpoint: "${endpoint}" is no http or https address.`;
  const count = values.has('count') ? columnsOf(values.get('count') ?? '') : undefined;
  if (typeof count === 'string') return count;
  const profile = values.get('profile');
  const save = values.get('save');
  return {
    source,
    regions,
    span,
    limit,
    ...(filter === undefined ? {} : { filter }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(save === undefined ? {} : { save }),
    ...(count === undefined ? {} : { count }),
  };
}

function sourceOf(text: string): CloudSource | undefined {
  if (text === 'actiontrail') return { kind: 'actiontrail', text };
  const store = text.startsWith('sls:') ? logstoreIn(text.slice(4)) : undefined;
  return store && { kind: 'sls', ...store, text };
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

/** Times as in a filter, each the start of what it names, or seconds since 1970. The end is not in the span. */
function spanOf(from: string | undefined, to: string | undefined, now: number): Span | string {
  const end = to === undefined ? now : timeOf(to);
  if (end === undefined) return `--to: "${to ?? ''}" is no time.`;
  const start = from === undefined ? end - USUAL : timeOf(from);
  if (start === undefined) return `--from: "${from ?? ''}" is no time.`;
  return start < end ? { from: start, to: end } : '--from must be before --to.';
}

function timeOf(text: string): number | undefined {
  return /^\d{10}$/.test(text) ? Number(text) * 1_000 : momentsOf(text)?.start;
}

function columnsOf(text: string): readonly Field[] | string {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => PATHS[fieldOf(name)?.name ?? 'text'] === undefined);
  if (wrong !== undefined) return `--count: there is no column "${wrong}". Columns: ${Object.keys(PATHS).join(', ')}`;
  return names.length > 2 ? '--count takes one column, or two.' : names.map(fieldOf).filter((field) => field !== undefined);
}
