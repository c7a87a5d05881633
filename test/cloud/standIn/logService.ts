import { DuckDb, type Row } from '../duckDb';
import { type Event } from '../logs';
import { type Got, logError, type Reply } from './request';
import { searchTest } from './search';

/** The members that the index of a Logstore has; values are cut to so many bytes in SQL. */
export interface Index {
  readonly members: readonly string[];
  readonly cut: number;
}

export const INDEX: Index = {
  members: [
    'eventId',
    'eventName',
    'eventTime',
    'eventSource',
    'eventType',
    'eventRW',
    'acsRegion',
    'serviceName',
    'requestId',
    'sourceIpAddress',
    'userAgent',
    'errorCode',
    'errorMessage',
    'recipientAccountId',
    'resourceName',
    'resourceType',
    'userIdentity.type',
    'userIdentity.accountId',
    'userIdentity.userName',
    'userIdentity.principalId',
    'userIdentity.accessKeyId',
  ].map((name) => `event.${name}`),
  cut: 2_048,
};

interface Log {
  readonly time: number;
  readonly record: Event;
  readonly columns: Row;
}

/** A Logstore with events as a trail delivers them, and an SQL engine over what its index holds. */
export class LogStoreStandIn {
  private constructor(
    private readonly db: DuckDb,
    private readonly logs: readonly Log[],
    private readonly index: Index,
    /** Logs that one query may look at; the rest is not counted, and the answer says so. */
    private readonly scan: number,
  ) {}

  static async open(events: readonly Event[], { index = INDEX, scan = Infinity } = {}): Promise<LogStoreStandIn> {
    const logs = events.map((event) => logOf(event, index)).sort((a, b) => b.time - a.time);
    const db = await DuckDb.open();
    const columns = index.members.map((name) => `"${name}" VARCHAR`).join(', ');
    await db.rows(`CREATE TABLE logs (n INTEGER, __time__ BIGINT, ${columns})`);
    for (let at = 0; at < logs.length; at += 500) {
      const rows = logs
        .slice(at, at + 500)
        .map(
          ({ time, columns: row }, index_) =>
            `(${[at + index_, time, ...index.members.map((name) => literal(row[name]))].join(', ')})`,
        );
      await db.rows(`INSERT INTO logs VALUES ${rows.join(', ')}`);
    }
    return new LogStoreStandIn(db, logs, index, scan);
  }

  close(): void {
    this.db.close();
  }

  /** GetLogsV2, with `meta`, or GetLogs, with headers. */
  async getLogs(got: Got): Promise<Reply> {
    const isV2 = got.action === 'GetLogsV2';
    const asked = (isV2 ? JSON.parse(got.body.toString()) : Object.fromEntries(got.query)) as Readonly<Record<string, unknown>>;
    const { from, to, query = '*', line = 100, offset = 0, reverse = false } = asked;
    const [search = '*', ...sql] = String(query).split('|');
    if (!(Number(from) < Number(to))) return logError(400, 'ParameterInvalid', 'from is not before to');
    try {
      const found = this.found(Number(from), Number(to), search);
      const rows =
        sql.length === 0
          ? this.page(found, Number(line), Number(offset), String(reverse) === 'true')
          : await this.run(found, sql.join('|'));
      const isAccurate = sql.length === 0 || found.length <= this.scan;
      const limited = sql.length > 0 && !/\blimit\b/i.test(String(query)) ? 100 : 0;
      const meta = {
        progress: 'Complete',
        count: rows.length,
        hasSQL: sql.length > 0,
        isAccurate,
        limited,
        processedRows: found.length,
        keys: [],
        terms: [],
      };
      return {
        status: 200,
        json: isV2 ? { meta, data: rows } : rows,
        headers: {
          'x-log-requestid': '0123456789ABCDEF01234567',
          ...(isV2 ? {} : { 'x-log-progress': 'Complete', 'x-log-count': String(rows.length) }),
        },
      };
    } catch (error) {
      return logError(400, 'ParameterInvalid', messageOf(error));
    }
  }

  /** GetHistograms: the span in 60 parts. */
  getHistograms(got: Got): Reply {
    const [from, to] = [Number(got.query.get('from')), Number(got.query.get('to'))];
    let found: readonly Log[];
    try {
      found = this.found(from, to, got.query.get('query') ?? '*');
    } catch (error) {
      return logError(400, 'ParameterInvalid', messageOf(error));
    }
    const width = Math.max(1, Math.ceil((to - from) / 60));
    const bars = Array.from({ length: Math.ceil((to - from) / width) }, (_, at) => {
      const start = from + at * width;
      const end = Math.min(to, start + width);
      return {
        from: start,
        to: end,
        count: found.filter(({ time }) => time >= start && time < end).length,
        progress: 'Complete',
      };
    });
    return { status: 200, json: bars };
  }

  private found(from: number, to: number, search: string): readonly Log[] {
    for (const [name] of search.matchAll(/event\.[\w.]+(?=\s*:)/g))
      if (!this.index.members.includes(name)) throw new Error(`key (${name}) is not config with index`);
    const test = searchTest(search.trim() === '' ? '*' : search);
    return this.logs.filter(({ time, columns }) => time >= from && time < to && test(columns));
  }

  private page(found: readonly Log[], line: number, offset: number, isReverse: boolean): readonly Event[] {
    const inOrder = isReverse ? found : found.toReversed();
    return inOrder.slice(offset, offset + Math.min(100, line)).map(({ record }) => record);
  }

  private run(found: readonly Log[], sql: string): Promise<readonly Row[]> {
    const seen = found.slice(0, this.scan);
    const numbers = new Map(this.logs.map((log, at) => [log, at]));
    const list = seen.length === 0 ? '-1' : seen.map((log) => numbers.get(log)).join(',');
    const limit = /\blimit\b/i.test(sql) ? sql.replace(/\blimit\s+(\d+)\s*,\s*(\d+)/i, 'LIMIT $2 OFFSET $1') : `${sql} LIMIT 100`;
    return this.db.rows(`WITH log AS (SELECT * FROM logs WHERE n IN (${list})) ${limit}`).then((rows) => rows.map(texts));
  }
}

/** Log Service gives every value as a text. */
function texts(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? 'null' : textOf(value)]));
}

function logOf(event: Event, { members, cut }: Index): Log {
  const time = Math.floor(Date.parse(String(event['eventTime'])) / 1_000);
  const record = {
    __topic__: 'actiontrail_audit_event',
    __source__: 'actiontrail_internal',
    __time__: String(time),
    event: JSON.stringify(event),
  };
  const columns = Object.fromEntries(members.map((name) => [name, textAt(event, name.split('.').slice(1), cut)]));
  return { time, record, columns };
}

function textAt(event: Event, path: readonly string[], cut: number): string | null {
  const value = path.reduce<unknown>((one, name) => (one as Event | undefined)?.[name], event);
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, cut);
}

function literal(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : `'${textOf(value).replaceAll("'", "''")}'`;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const column = /Referenced column "([^"]+)" not found/.exec(message)?.[1];
  return column === undefined ? message : `Column '${column}' cannot be resolved; please add the column in the index attribute`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
