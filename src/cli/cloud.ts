import { closeSync, openSync, writeSync } from 'node:fs';
import { count, type Counts } from '../cloud/counts';
import { type CloudFault, isCloudError } from '../cloud/failure';
import { type SearchNote } from '../cloud/page';
import { type CloudPlace, searchFor } from '../cloud/plan';
import { credentialsOf } from '../cloud/profile/credentials';
import { answered, type CloudSearch } from '../cloud/search';
import { utc } from '../cloud/span';
import { wireOf } from '../cloud/transport';
import { Asker } from '../cloud/wire';
import { Filter } from '../filter/filter';
import { cloudMessage, searchNoteMessage } from '../words/cloudMessages';
import { plain } from '../words/messages';
import { queryMessage } from '../words/queryMessages';
import { get } from '../platform/node/http';
import { nodeMachine } from '../platform/node/machine';
import { CLOUD_USAGE, type CloudOptions, readCloudOptions } from './cloudOptions';
import { inspect } from './inspect';
import { type Console, print, tell } from './console';

/** Runs `--cloud`: 0 when all was found that was asked for; 2 where the usage is wrong, or a service did not answer: what came before is reported still. */
export async function cloudMain(args: readonly string[], console: Console): Promise<number> {
  const options = readCloudOptions(args);
  if (typeof options === 'string' || !('source' in options)) {
    tell(console, ...(typeof options === 'string' ? [options] : options), ...CLOUD_USAGE);
    return 2;
  }
  try {
    const { profile } = options;
    // Only who names a profile wants its command to run.
    const chosen = { ...(profile === undefined ? {} : { profile }), ...endpointOf(options), mayRun: () => profile !== undefined };
    const credentials = await credentialsOf(chosen, wireOf(get, NEVER), nodeMachine);
    const region = options.regions.length > 0 ? options.regions : [credentials.region].filter((one) => one !== '');
    if (region.length === 0) {
      tell(console, '--cloud needs a region: --region cn-hangzhou', ...CLOUD_USAGE);
      return 2;
    }
    const asker = new Asker(wireOf(get, NEVER), { key: credentials.key, ...endpointOf(options) });
    return await (options.count === undefined
      ? search(options, region, asker, console)
      : counted(options, region, asker, console));
  } catch (error) {
    return failed(error, console);
  }
}

/** Nobody cancels but by ending the process. */
const NEVER = new AbortController().signal;

function endpointOf({ endpoint }: CloudOptions): { readonly endpoint?: string } {
  return endpoint === undefined ? {} : { endpoint };
}

function failed(error: unknown, console: Console): number {
  if (!isCloudError(error)) throw error;
  tell(console, faultText(error.fault));
  return 2;
}

function faultText(fault: CloudFault): string {
  return cloudMessage(fault, plain);
}

async function search(options: CloudOptions, regions: readonly string[], asker: Asker, console: Console): Promise<number> {
  const said = new Set<string>();
  const note = (one: SearchNote): void => {
    const text = searchNoteMessage(one, utc, plain);
    if (!said.has(text)) tell(console, text);
    said.add(text);
  };
  const found = searchFor({ place: placeOf(options, regions), span: options.span, filter: options.filter?.text ?? '' }, note);
  const file = options.save === undefined ? undefined : openSync(options.save, 'w');
  const bodies: string[] = [];
  let code = 0;
  try {
    await found.load(options.limit, asker, ({ text }) => {
      bodies.push(text);
      if (file !== undefined) writeSync(file, `${text}\n`);
    });
  } catch (error) {
    code = failed(error, console);
    if (bodies.length === 0) return code;
  } finally {
    if (file !== undefined) closeSync(file);
  }
  tell(console, summary(found));
  print(console, [inspect(options.source.text, bodies.map((body) => `${body}\n`).join(''), options.filter)]);
  return code;
}

function summary({ events, oldest, hasMore }: CloudSearch): string {
  const back = oldest === undefined ? '' : `, back to ${utc(oldest)}`;
  return `${events} events${back}${hasMore ? '; more may be there (--limit)' : ''}`;
}

/** The place of the options, with the regions that stand in them or in the profile. */
function placeOf({ source }: CloudOptions, regions: readonly string[]): CloudPlace {
  if (source.kind === 'actiontrail') return { kind: 'actiontrail', regions };
  const { project, logstore } = source;
  return { kind: 'sls', project, logstore, region: regions[0] ?? '' };
}

/** Prints the groups as `groups` of the usual report, and what there is to know of them beside. */
async function counted(options: CloudOptions, regions: readonly string[], asker: Asker, console: Console): Promise<number> {
  const { source, span, filter = Filter.parse(''), count: by } = options;
  if (source.kind !== 'sls' || by === undefined) {
    tell(console, '--count is for a Logstore: sls:PROJECT/LOGSTORE', ...CLOUD_USAGE);
    return 2;
  }
  const { project, logstore } = source;
  const note = (one: SearchNote): void => {
    tell(console, searchNoteMessage(one, utc, plain));
  };
  const query = { store: { project, logstore, region: regions[0] ?? '' }, span, filter: filter.expression, by };
  const counts = await answered(count(query, { note }), asker);
  for (const one of counts.leftOut) tell(console, queryMessage(one, filter.text, plain));
  tell(console, `${amount(counts)} events, counted by Simple Log Service`);
  print(console, groupsOf(counts));
  return 0;
}

function amount({ events, isAtLeast, leftOut }: Counts): string {
  return `${leftOut.length > 0 ? 'At most ' : ''}${isAtLeast ? '≥ ' : ''}${events}`;
}

/** Objects made from entries hold any name. */
function groupsOf({ groups }: Counts): Readonly<Record<string, unknown>> {
  const outer = new Map<string, Map<string, number> | number>();
  for (const { values, events } of groups) {
    const [first = '', second] = values;
    const inner = outer.get(first);
    if (second === undefined) outer.set(first, events);
    else if (inner instanceof Map) inner.set(second, events);
    else outer.set(first, new Map([[second, events]]));
  }
  return Object.fromEntries(
    [...outer].map(([name, inner]) => [name, typeof inner === 'number' ? inner : (Object.fromEntries(inner) as unknown)]),
  );
}
