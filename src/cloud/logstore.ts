import { accepted, type Answer, foreign, listOf, member, textOf } from './answer';
import { type Call } from './call';
import { kindOf } from './failure';
import { asked, type Page, type Paging, type PagingContext, type Step } from './page';
import { type Span } from './span';

/** Logs that an answer may hold. */
const MOST = 100;
/** How often an answer that is not complete is asked for again. */
export const AGAIN = 10;

/** A Logstore. */
export interface Logstore {
  readonly region: string;
  readonly project: string;
  readonly logstore: string;
}

/** Names as the services allow them: they stand in host names and paths. */
const NAMES = {
  region: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  project: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  logstore: /^[A-Za-z0-9_-]+$/,
};

/** Whether a text may be the name of a region, of a project, of a Logstore. */
export function isName(kind: keyof typeof NAMES, text: string): boolean {
  return text.length <= 64 && NAMES[kind].test(text);
}

/** The host of a project. */
export function projectHost({ project, region }: Logstore): string {
  return `${project}.${region}.log.aliyuncs.com`;
}

/** Conditions of a search, all of which hold for what it finds; each with the members that it asks for. */
export interface SearchCondition {
  readonly text: string;
  readonly members: readonly string[];
}

/** What a Logstore is searched for. */
export interface LogQuery {
  readonly store: Logstore;
  readonly span: Span;
  readonly conditions: readonly SearchCondition[];
}

/** The logs that a search finds, the newest first. */
export function* searchLogs(query: LogQuery, context: PagingContext): Paging {
  let { conditions } = query;
  for (let offset = 0; ;) {
    const call = logsCall(query.store, query.span, searchOf(conditions), {
      line: Math.max(1, Math.min(MOST, context.wanted())),
      offset,
    });
    const answer = yield* complete(call, context);
    const unknown = offset === 0 ? unindexed(answer, conditions) : undefined;
    if (unknown !== undefined) {
      conditions = conditions.filter(({ members }) => !members.includes(unknown));
      context.note({ code: 'not-indexed', detail: unknown });
      continue;
    }
    const { text, json } = accepted(call, answer);
    const logs = logsOf(call, json);
    if (logs.length === 0) {
      // Nothing is in it: it is no part of the log, except that there must be one.
      if (offset === 0) yield { page: { text, events: 0, isLast: true } };
      return;
    }
    yield { page: pageOf(text, logs) };
    offset += logs.length;
  }
}

/** Asks again while the answer is not complete. */
export function* complete(
  call: Call,
  context: Pick<PagingContext, 'note'>,
  again = AGAIN,
): Generator<Step, Answer, Answer | undefined> {
  for (let left = again; ; left--) {
    const answer = yield* asked(call);
    if (answer.refusal !== undefined || isComplete(answer)) return answer;
    if (left > 0) continue;
    context.note({ code: 'incomplete' });
    return answer;
  }
}

/** Whether a service says that an answer is all that there is. */
export function isComplete({
  json,
  headers,
}: {
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string>>;
}): boolean {
  const progress = textOf(member(json, 'meta'), 'progress') || (headers['x-log-progress'] ?? 'Complete');
  return progress.toLowerCase() === 'complete';
}

/** The logs of an answer: GetLogsV2 puts them beside what it says of them, GetLogs gives nothing else. */
export function logsOf(call: Call, json: unknown): readonly unknown[] {
  const logs = listOf(json) ?? listOf(member(json, 'data'));
  if (logs === undefined) throw foreign(call);
  return logs;
}

function pageOf(text: string, logs: readonly unknown[]): Page {
  const times = logs.map((log) => Number(textOf(log, '__time__') || NaN) * 1_000).filter(Number.isFinite);
  return { text, events: logs.length, isLast: false, ...(times.length === 0 ? {} : { oldest: Math.min(...times) }) };
}

/** The conditions as one search; `*` finds everything. */
export function searchOf(conditions: readonly SearchCondition[]): string {
  return conditions.length === 0 ? '*' : conditions.map(({ text }) => text).join(' and ');
}

/** The member without an index because of which a query was refused; undefined where that is not the reason. */
export function unindexed(answer: Answer, asks: readonly { readonly members: readonly string[] }[]): string | undefined {
  const { refusal } = answer;
  if (refusal === undefined || kindOf(refusal) !== 'query') return undefined;
  const names = [...new Set(asks.flatMap(({ members }) => members))].sort((a, b) => b.length - a.length);
  return names.find((name) => refusal.message.includes(name));
}

interface LogsOptions {
  readonly line?: number;
  readonly offset?: number;
}

/** GetLogsV2 of a search, or of a search with SQL behind it. */
export function logsCall(store: Logstore, { from, to }: Span, query: string, { line, offset }: LogsOptions = {}): Call {
  const content = {
    from: Math.floor(from / 1_000),
    to: Math.ceil(to / 1_000),
    query,
    ...(line === undefined ? {} : { line, offset, reverse: true }),
  };
  return {
    action: 'GetLogsV2',
    method: 'POST',
    host: projectHost(store),
    path: `/logstores/${store.logstore}/logs`,
    query: {},
    body: JSON.stringify(content),
    api: { kind: 'log', region: store.region },
  };
}

/** How many logs a search finds, in some parts of the span that the service chooses. */
export function histogramCall(store: Logstore, { from, to }: Span, query: string): Call {
  return {
    action: 'GetHistograms',
    method: 'GET',
    host: projectHost(store),
    path: `/logstores/${store.logstore}/index`,
    query: { type: 'histogram', from: String(Math.floor(from / 1_000)), to: String(Math.ceil(to / 1_000)), query },
    api: { kind: 'log', region: store.region },
  };
}
