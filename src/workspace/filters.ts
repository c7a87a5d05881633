import * as vscode from 'vscode';
import { Filter } from '../filter/filter';
import { type Matches } from '../filter/matches';
import { inSlices } from '../trail/steps';
import { Disposable } from './disposable';
import { type OpenLog } from './openLog';

const KEY = 'trail.filters';
/** Logs whose filter is remembered; the ones set longest ago are forgotten. */
const MAX_REMEMBERED = 50;
/** How long work may hold the extension host at a time, in ms. */
const SLICE = 8;
const NONE = Filter.parse('');

/** The filter of each log, by its address: it comes back with the log. Nothing is hidden by a filter with faults: such a one is not taken. */
export class Filters extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<OpenLog>());
  /** A log has another filter. */
  readonly onDidChange = this.changed.event;
  private readonly filters = new Map<string, Filter>();
  private readonly found = new WeakMap<OpenLog, { readonly filter: Filter; readonly matches: Matches }>();

  constructor(private readonly memento: vscode.Memento) {
    super();
    for (const [key, text] of memento.get<readonly (readonly [string, string])[]>(KEY, [])) {
      const filter = Filter.parse(text);
      if (filter.isValid) this.filters.set(key, filter);
    }
  }

  /** The filter of a log; an empty one where it has none. */
  of(log: OpenLog): Filter {
    return this.filters.get(log.uri.toString()) ?? NONE;
  }

  /** Gives a log another filter; one with problems is returned but not taken. */
  set(log: OpenLog, text: string): Filter {
    const filter = Filter.parse(text.trim());
    if (!filter.isValid || filter.text === this.of(log).text) return filter;
    const key = log.uri.toString();
    this.filters.delete(key);
    if (!filter.isEmpty) this.filters.set(key, filter);
    this.changed.fire(log);
    void this.memento.update(KEY, this.remembered());
    return filter;
  }

  /** The rows of a log that its filter lets through, as the log is now; undefined where it or its filter changed meanwhile. */
  async matches(log: OpenLog): Promise<Matches | undefined> {
    const filter = this.of(log);
    const { trail } = log;
    const known = this.found.get(log);
    if (known?.filter === filter && known.matches.version === trail.version) return known.matches;
    const { version } = trail;
    const isStale = (): boolean => this.of(log) !== filter || log.trail !== trail || trail.version !== version;
    const matches = await inSlices(filter.rows(trail), isStale, SLICE);
    if (matches !== undefined) this.found.set(log, { filter, matches });
    return matches;
  }

  /** Documents that were never saved get their names again in another session. */
  private remembered(): readonly (readonly [string, string])[] {
    return [...this.filters]
      .filter(([key]) => !key.startsWith('untitled:'))
      .map(([key, { text }]) => [key, text] as const)
      .slice(-MAX_REMEMBERED);
  }
}
