/** The names that the scanner itself must know, at an event's top level and around it. */
export const enum Key {
  None = 0,
  EventName,
  EventTime,
  ServiceName,
  Region,
  SourceAddress,
  EventId,
  EventSource,
  EventType,
  EventRW,
  UserIdentity,
  InsightDetails,
  /** Another name of facts section 1.1: it shows that an object is an event, nothing more. */
  Known,
  /** Names of facts section 1.1 that other documents have as well. */
  RequestId,
  ErrorCode,
  ErrorMessage,
  UserAgent,
  RecipientAccount,
  Weak,
  /** Below userIdentity. */
  Type,
  PrincipalId,
  AccountId,
  AccessKeyId,
  UserName,
  /** Below insightDetails. */
  InsightType,
  /** Around an event: the Log Service record's, GetAccessKeyLastUsed's and CloudEvents' member that holds it. */
  Event,
  Detail,
  Data,
  /** Members that show what an envelope is. */
  Topic,
  Owner,
  SpecVersion,
  UsedTimestamp,
  /** Names that another product's records have. */
  Aws,
  OssNotification,
  PlatformOperation,
  HuaweiCts,
  Tencent,
}

const NAMES: Readonly<Record<string, Key>> = {
  eventName: Key.EventName,
  eventTime: Key.EventTime,
  serviceName: Key.ServiceName,
  acsRegion: Key.Region,
  errorCode: Key.ErrorCode,
  sourceIpAddress: Key.SourceAddress,
  eventId: Key.EventId,
  requestId: Key.RequestId,
  eventSource: Key.EventSource,
  eventType: Key.EventType,
  eventRW: Key.EventRW,
  userIdentity: Key.UserIdentity,
  insightDetails: Key.InsightDetails,
  recipientAccountId: Key.RecipientAccount,
  userAgent: Key.UserAgent,
  eventVersion: Key.Known,
  eventCategory: Key.Known,
  apiVersion: Key.Weak,
  requestParameters: Key.Known,
  requestParameterJson: Key.Known,
  responseElements: Key.Known,
  referencedResources: Key.Known,
  additionalEventData: Key.Known,
  errorMessage: Key.ErrorMessage,
  isGlobal: Key.Weak,
  type: Key.Type,
  principalId: Key.PrincipalId,
  accountId: Key.AccountId,
  accessKeyId: Key.AccessKeyId,
  userName: Key.UserName,
  insightType: Key.InsightType,
  event: Key.Event,
  detail: Key.Detail,
  data: Key.Data,
  __topic__: Key.Topic,
  __time__: Key.Topic,
  __source__: Key.Topic,
  owner_id: Key.Owner,
  specversion: Key.SpecVersion,
  usedTimestamp: Key.UsedTimestamp,
  awsRegion: Key.Aws,
  cloudTrailEvent: Key.Aws,
  ossSchemaVersion: Key.OssNotification,
  oss: Key.OssNotification,
  eventProduct: Key.PlatformOperation,
  employeeID: Key.PlatformOperation,
  trace_id: Key.HuaweiCts,
  trace_name: Key.HuaweiCts,
  eventRegion: Key.Tencent,
};

/** Names that AWS spells otherwise: they prove another cloud only where nothing proves this one. */
const EXACT: Readonly<Record<string, Key>> = { eventID: Key.Aws, sourceIPAddress: Key.Aws, requestID: Key.Aws };

const BUCKETS = 32;
export const LONGEST_KEY = 24;

/**
 * The names by length and last letter, as numbers one after another: a candidate's key, its first letter in lower case, and the letters between that one
 * and the last. Comparing numbers costs less than calling `startsWith` for names this short. The buckets hold where their candidates start.
 */
const { units, starts } = (() => {
  const rows: (readonly [string, Key])[][] = Array.from({ length: (LONGEST_KEY + 1) * BUCKETS }, () => []);
  for (const entry of [...Object.entries(NAMES), ...Object.entries(EXACT)])
    rows[bucketOf(entry[0].length, entry[0].charCodeAt(entry[0].length - 1))]?.push(entry);
  const written: number[] = [];
  const from = new Uint16Array(rows.length + 1);
  rows.forEach((row, bucket) => {
    from[bucket] = written.length;
    for (const [name, key] of row) {
      written.push(key, name.charCodeAt(0) | 0x20);
      for (let at = 1; at < name.length; at++) written.push(name.charCodeAt(at));
    }
  });
  from[rows.length] = written.length;
  return { units: Uint8Array.from(written), starts: from };
})();

function bucketOf(length: number, last: number): number {
  return length * BUCKETS + (last & (BUCKETS - 1));
}

/** Which key the text between `start` and `end` is (quotes not included); the case of the first letter does not matter. */
export function keyAt(text: string, start: number, end: number): Key {
  const length = end - start;
  if (length < 3 || length > LONGEST_KEY) return Key.None;
  const bucket = bucketOf(length, text.charCodeAt(end - 1));
  const behind = starts[bucket + 1] as number;
  for (let candidate = starts[bucket] as number; candidate < behind; candidate += length + 1) {
    if ((text.charCodeAt(start) | 0x20) !== units[candidate + 1]) continue;
    let at = 1;
    while (at < length && text.charCodeAt(start + at) === units[candidate + 1 + at]) at++;
    if (at === length) return units[candidate] as Key;
  }
  return Key.None;
}

/** Whether the key alone shows that its object is an event. */
export function isEventKey(key: Key): boolean {
  return key >= Key.EventName && key <= Key.Known;
}

/** Whether the key is one of an event's that other documents have as well. */
export function isWeakKey(key: Key): boolean {
  return key >= Key.RequestId && key <= Key.Weak;
}

/** `apiVersion` is a record's first key in the vendor's older form. */
const LETTER_N = 0x6e;

/** Members that hold an array of events: LookupEvents, Log Service and what scripts make of them. */
const LISTS = new Set([
  'Events',
  'events',
  'logs',
  'Logs',
  'data',
  'Data',
  'items',
  'Items',
  'records',
  'Records',
  'results',
  'hits',
]);
/** Members that hold the response which holds the array: SDKs and the CLI wrap it. */
const WRAPPERS = new Set(['body', 'Body', 'data', 'Data', 'result', 'Result', 'response', 'Response']);

/** Whether the member of this name may hold a list of events. */
export function isList(name: string): boolean {
  return LISTS.has(name);
}

/** Whether the member of this name may hold a response. */
export function isWrapper(name: string): boolean {
  return WRAPPERS.has(name);
}

/** Whether the key between `start` and `end` is one with which only records start. */
export function isFirstKey(text: string, start: number, end: number): boolean {
  const key = keyAt(text, start, end);
  return isEventKey(key) || key === Key.Topic || (key === Key.Weak && text.charCodeAt(end - 1) === LETTER_N);
}
