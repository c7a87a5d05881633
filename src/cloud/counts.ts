import { type Expression } from '../filter/expression';
import { type Field } from '../filter/field';
import { type QueryNote } from '../share/query/note';
import { searchConditions, type SearchCondition, withinBounds } from '../share/query/slsSearch';
import { accepted, type Answer, member, textOf } from './answer';
import { type Call } from './call';
import { columnMembers, columnSql, membersOf, narrowedLogs, sqlCondition } from './conditions';
import { kindOf } from './failure';
import { complete, isComplete, type Logstore, logsCall, logsOf, searchOf, unindexed } from './logstore';
import { type SearchNote, type Step } from './page';
import { halves, type Span } from './span';

/** Rows of groups that are asked for at once. */
const ROWS = 10_000;
/** A service gives so many rows where it does not heed how many were asked for. */
const FEWEST = 100;
/** An answer that is not complete is asked for again so often before its span is halved. */
const AGAIN = 2;
/** Questions that one count may take. */
const MOST_QUESTIONS = 1_000;

/** What is counted. */
export interface CountQuery {
  readonly store: Logstore;
  readonly span: Span;
  readonly filter: Expression;
  /** The columns whose values make the groups, or the width of the bars of time in seconds. */
  readonly by: readonly Field[] | { readonly seconds: number };
}

/** A group: the values of the columns, or the start of a bar in seconds since 1970, and how many events have them. */
export interface CountGroup {
  readonly values: readonly string[];
  readonly events: number;
}

export interface Counts {
  /** By their size, the largest first. */
  readonly groups: readonly CountGroup[];
  readonly events: number;
  /** There may be more: some span was not counted to its end. */
  readonly isAtLeast: boolean;
  /** Conditions of the filter that the service cannot be asked for: the counts are of more events. */
  readonly leftOut: readonly QueryNote[];
  /** How many questions it took. */
  readonly questions: number;
}

/** What a count is given besides. */
export interface CountContext {
  readonly note: (note: SearchNote) => void;
  /** Told after each part of the span. */
  readonly progress?: (done: Counts) => void;
}

/**
 * Counts in Log Service itself, over any number of events: a span is halved until each answer is whole, the parts are added up. Yields calls and takes
 * their answers.
 */
export function* count(query: CountQuery, context: CountContext): Generator<Step, Counts, Answer | undefined> {
  const span = narrowedLogs(query.span, query.filter);
  const counter = new Counter(query, context);
  if (span !== undefined) yield* counter.count(span);
  return counter.result;
}

class Counter {
  private readonly groups = new Map<string, { readonly values: readonly string[]; events: number }>();
  private readonly lacking = new Set<string>();
  private conditions: readonly SearchCondition[];
  private isAtLeast = false;
  private questions = 0;

  constructor(
    private readonly query: CountQuery,
    private readonly context: CountContext,
  ) {
    this.conditions = withinBounds(searchConditions(query.filter));
  }

  get result(): Counts {
    const groups = [...this.groups.values()].sort((a, b) => b.events - a.events);
    const events = groups.reduce((sum, group) => sum + group.events, 0);
    const leftOut: QueryNote[] = [];
    sqlCondition(this.query.filter, this.lacking, leftOut);
    return { groups, events, isAtLeast: this.isAtLeast, leftOut, questions: this.questions };
  }

  *count({ from, to }: Span): Generator<Step, void, Answer | undefined> {
    // The service counts by seconds: halves that share one would count it twice.
    const waiting: Span[] = [{ from: Math.floor(from / 1_000) * 1_000, to: Math.ceil(to / 1_000) * 1_000 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const parts = this.questions < MOST_QUESTIONS ? halves(next) : undefined;
      const rows = yield* this.rowsOf(next, parts === undefined);
      if (rows === undefined) waiting.push(...(parts ?? []).toReversed());
      else {
        this.add(rows);
        this.context.progress?.(this.result);
      }
    }
  }

  /** The groups of a span; undefined where it should be halved, which the last chance never says. */
  private *rowsOf(span: Span, isLastChance: boolean): Generator<Step, readonly CountGroup[] | undefined, Answer | undefined> {
    const rows: CountGroup[] = [];
    for (let offset = 0; ;) {
      const call = this.call(span, offset);
      const answer = yield* this.ask(call, isLastChance);
      if (this.isRefused(answer)) return yield* this.rowsOf(span, isLastChance);
      if (answer.refusal !== undefined && kindOf(answer.refusal) === 'timed-out') {
        if (!isLastChance) return undefined;
        this.isAtLeast = true;
        return rows;
      }
      const whole = accepted(call, answer);
      const isWhole = isComplete(whole) && member(member(whole.json, 'meta'), 'isAccurate') !== false;
      if (!isWhole && !isLastChance) return undefined;
      if (!isWhole) this.isAtLeast = true;
      const page = logsOf(call, whole.json).map((row) => this.groupOf(row));
      rows.push(...page);
      offset += page.length;
      if (page.length < FEWEST || this.questions >= MOST_QUESTIONS) return rows;
    }
  }

  private *ask(call: Call, isLastChance: boolean): Generator<Step, Answer, Answer | undefined> {
    this.questions++;
    const note = isLastChance ? this.context.note : (): void => undefined;
    return yield* complete(call, { note }, isLastChance ? undefined : AGAIN);
  }

  /** Whether a member turned out to have no index, or the search not to be understood: it is asked without. */
  private isRefused(answer: Answer): boolean {
    if (answer.refusal === undefined || kindOf(answer.refusal) !== 'query') return false;
    const { by, filter } = this.query;
    const columns = 'seconds' in by ? [] : by.flatMap(columnMembers);
    const members = [...columns, ...membersOf(filter)].filter((one) => !this.lacking.has(one));
    const unknown = unindexed(answer, [{ members }]);
    if (unknown !== undefined) {
      this.lacking.add(unknown);
      this.conditions = this.conditions.filter((condition) => !condition.members.includes(unknown));
      this.context.note({ code: 'not-indexed', detail: unknown });
      return true;
    }
    if (this.conditions.length === 0) return false;
    this.conditions = [];
    return true;
  }

  private call(span: Span, offset: number): Call {
    const { by, store, filter } = this.query;
    const keys =
      'seconds' in by ? [`__time__ - __time__ % ${by.seconds}`] : by.map((field) => columnSql(field, this.lacking) ?? "''");
    const columns = keys.map((key, index) => `${key} AS key${index + 1}`);
    const condition = sqlCondition(filter, this.lacking, []);
    const places = keys.map((_, index) => String(index + 1)).join(', ');
    const sql = [
      `SELECT ${columns.join(', ')}, count(*) AS events`,
      'FROM log',
      ...(condition === undefined ? [] : [`WHERE ${condition}`]),
      `GROUP BY ${places}`,
      `ORDER BY ${keys.length + 1} DESC, ${places}`,
      `LIMIT ${offset === 0 ? '' : `${offset}, `}${ROWS}`,
    ];
    return logsCall(store, span, `${searchOf(this.conditions)} | ${sql.join(' ')}`);
  }

  private groupOf(row: unknown): CountGroup {
    const { by } = this.query;
    const values = ('seconds' in by ? ['key1'] : by.map((_, index) => `key${index + 1}`)).map((name) => textOf(row, name));
    return { values, events: Number(textOf(row, 'events')) || 0 };
  }

  private add(rows: readonly CountGroup[]): void {
    for (const { values, events } of rows) {
      const key = JSON.stringify(values);
      const known = this.groups.get(key);
      if (known === undefined) this.groups.set(key, { values, events });
      else known.events += events;
    }
  }
}
