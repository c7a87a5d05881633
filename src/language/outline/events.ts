import { formatLocal } from '../../knowledge/times';
import { Column } from '../../trail/scan/row';
import { hasFailed } from '../../trail/group/failures';
import { type Trail } from '../../trail/trail';
import { endOf, type Mapped, memberOf } from '../../event/nodes';
import { rowEvent } from '../../event/rowEvent';
import { visible } from '../../words/visible';
import { type Entry } from './entry';
import { groupEntries, idEntries, type OutlineWords } from './fields';

/** Events that get an entry; the rest is one entry that says how many. */
export const MAX_EVENTS = 5_000;
/** With more events than this, an entry has only its ids below it, by which *Go to Symbol* finds it. */
export const MAX_WITH_FIELDS = 500;
const SEPARATOR = ' · ';
const FAILED = '✗ ';
const MAX_NAME = 80;

/** The words of an outline in the reader's language. */
export interface EventWords extends OutlineWords {
  /** An event without a name. */
  readonly unnamed: string;
  /** `… and 24,311 more events`. */
  readonly moreEvents: (count: number) => string;
}

type EntriesBelow = (event: Mapped, words: OutlineWords) => readonly Entry[];

/** The outline of a trail, step by step: an entry is pushed for each event, with its fields while there are few events. */
export function* outlineEvents(
  trail: Trail,
  words: EventWords,
  entries: Entry[],
  limits = { events: MAX_EVENTS, withFields: MAX_WITH_FIELDS },
): Generator<void> {
  const total = trail.events;
  const entriesBelow = total <= limits.withFields ? groupEntries : total <= limits.events ? idEntries : undefined;
  const { rows } = trail;
  let shown = 0;
  for (let row = 0; row < rows.size; row++) {
    if (!trail.isEvent(row)) continue;
    if (shown++ >= limits.events) {
      entries.push(rest(trail, row, words.moreEvents(total - limits.events)));
      return;
    }
    entries.push(eventEntry(trail, row, hasFailed(trail, row), words, entriesBelow));
    yield;
  }
}

function eventEntry(
  trail: Trail,
  row: number,
  failed: boolean,
  words: EventWords,
  entriesBelow: EntriesBelow | undefined,
): Entry {
  const start = trail.rows.start(row);
  const end = trail.rows.end(row);
  const event = entriesBelow && rowEvent(trail, row);
  const nameNode = event && memberOf(event.node, 'eventName');
  const nameStart = event && nameNode ? event.place(nameNode.offset) : start;
  const nameEnd = event && nameNode ? event.place(endOf(nameNode)) : start;
  const parts = (...columns: readonly Column[]): readonly string[] =>
    columns.map((column) => visible(trail.value(row, column), MAX_NAME));
  const [name = '', account = '', user = '', region = '', error = ''] = parts(
    Column.EventName,
    Column.Account,
    Column.User,
    Column.Region,
    Column.ErrorCode,
  );
  const time = trail.rows.time(row);
  // Without the year: an outline is narrow.
  const local = Number.isNaN(time) ? '' : formatLocal(time).slice('2020-'.length);
  return {
    name: [`${failed ? FAILED : ''}${name === '' ? words.unnamed : name}`, local, account]
      .filter((part) => part !== '')
      .join(SEPARATOR),
    detail: [failed ? error : '', user, region].filter((part) => part !== '').join(SEPARATOR),
    kind: failed ? 'failure' : 'event',
    start,
    end,
    nameStart,
    nameEnd,
    children: event ? entriesBelow(event, words) : [],
  };
}

function rest(trail: Trail, row: number, name: string): Entry {
  const start = trail.rows.start(row);
  return {
    name,
    detail: '',
    kind: 'rest',
    start,
    end: trail.rows.end(trail.rows.size - 1),
    nameStart: start,
    nameEnd: start,
    children: [],
  };
}
