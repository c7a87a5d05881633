import { request } from 'node:http';
import { CloudError } from '../../src/cloud/failure';
import { type Page, type Paging, type PagingContext, type SearchNote } from '../../src/cloud/page';
import { CloudSearch } from '../../src/cloud/search';
import { Asker, type Wire, type WireEntry } from '../../src/cloud/wire';
import { type Filter } from '../../src/filter/filter';
import { StringSource } from '../../src/trail/source';
import { Trail } from '../../src/trail/trail';
import { type Event } from './logs';
import { type StandIn } from './standIn/server';

/** A key that is plainly none. */
export const KEY = { id: 'LTAIexampleExampleEx', secret: 'exampleSecretExampleSecret' };
export const KEYS = { [KEY.id]: { secret: KEY.secret } };

/** A wire to a stand-in: requests keep the host that they are for, waiting takes no time but on the clock. */
export class TestWire implements Wire {
  readonly waits: number[] = [];
  readonly entries: WireEntry[] = [];
  private time: number;
  /** Cancels when it is true. */
  isCancelled = false;

  constructor(
    private readonly standIn: StandIn,
    /** The time of this machine, ms since 1970. */
    now = Date.now(),
  ) {
    this.time = now;
  }

  readonly log = (entry: WireEntry): void => {
    this.entries.push(entry);
  };

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  sleep(ms: number): Promise<void> {
    this.waits.push(ms);
    this.time += ms;
    return this.isCancelled ? Promise.reject(new CloudError({ kind: 'cancelled' })) : Promise.resolve();
  }

  send({ method, url, headers, body }: Parameters<Wire['send']>[0]): ReturnType<Wire['send']> {
    if (this.isCancelled) return Promise.reject(new CloudError({ kind: 'cancelled' }));
    const { pathname, search, host } = new URL(url);
    const { port } = new URL(this.standIn.origin);
    return new Promise((resolve, reject) => {
      const broken = (error: Error): void => {
        reject(new CloudError({ kind: 'connection', host, fault: 'network', detail: error.message }));
      };
      const sent = request({ host: '127.0.0.1', port, method, path: `${pathname}${search}`, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', broken);
        response.on('end', () => {
          const names = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
          resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(names), bytes: Buffer.concat(chunks) });
        });
      });
      sent.on('error', broken);
      sent.end(body);
    });
  }
}

export interface Found {
  readonly pages: readonly Page[];
  readonly text: string;
  readonly notes: readonly SearchNote[];
  readonly search: CloudSearch;
}

/** Loads what a search finds, up to so many events. */
export async function load(start: (context: PagingContext) => Paging, wire: Wire, most = 5_000, key = KEY): Promise<Found> {
  const notes: SearchNote[] = [];
  const pages: Page[] = [];
  const search = new CloudSearch((wanted) => start({ wanted, note: (note) => notes.push(note) }));
  await search.load(most, new Asker(wire, { key }), (page) => pages.push(page));
  return { pages, text: pages.map(({ text }) => `${text}\n`).join(''), notes, search };
}

/** The ids of the events that a filter lets through, in the order of the log. */
export function idsIn(text: string, filter: Filter): readonly string[] {
  const trail = Trail.of(new StringSource(text));
  const matches = filter.matcher(trail);
  return Array.from({ length: trail.rows.size }, (_, row) => row)
    .filter(matches)
    .map((row) => /eventId[\\]*":[\\]*"([\w-]+)/.exec(trail.recordText(row))?.[1] ?? '');
}

/** The same of events themselves. */
export function idsOf(events: readonly Event[], filter: Filter): readonly string[] {
  return idsIn(events.map((event) => `${JSON.stringify(event)}\n`).join(''), filter);
}

/** Events at regular times, the last of them before `end` (ms), every `step` ms. */
export function spread(events: readonly Event[], end: number, step: number): readonly Event[] {
  return events.map((event, at) => ({
    ...event,
    eventTime: `${new Date(end - (events.length - at) * step).toISOString().slice(0, 19)}Z`,
  }));
}

/** The error that something throws. */
export async function faultOf(promise: Promise<unknown>): Promise<CloudError['fault']> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CloudError) return error.fault;
    throw error;
  }
  throw new Error('nothing was thrown');
}
