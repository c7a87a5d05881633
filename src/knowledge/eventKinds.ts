/** What an event says of its own kind; undefined where it does not say it. */
export interface KindMarks {
  readonly eventName: string | undefined;
  readonly eventType: string | undefined;
  readonly eventCategory: string | undefined;
  readonly serviceName: string | undefined;
  readonly eventSource: string | undefined;
  readonly identityType: string | undefined;
  /** Only calls of an API have its version. */
  readonly hasApiVersion: boolean;
}

/** The kinds of events that differ in the fields that they have. */
export type EventKind = 'user-call' | 'logon' | 'operation' | 'role-call' | 'system' | 'insight' | 'data' | 'oss' | 'config';

/** The fields that every call of an API by a user has. `userAgent` is not among them: real calls come without. */
const USER_CALL = [
  'eventId',
  'eventName',
  'eventSource',
  'eventTime',
  'eventType',
  'eventVersion',
  'acsRegion',
  'serviceName',
  'requestId',
  'sourceIpAddress',
  'userIdentity',
] as const;

/** The fields that each event of a kind has. Of kinds without any, real events lack one or the other that the documentation calls required. */
const FIELDS: Readonly<Record<EventKind, readonly string[]>> = {
  'user-call': USER_CALL,
  logon: [],
  operation: [],
  'role-call': [],
  system: [],
  insight: [],
  data: [],
  oss: [],
  config: [],
};

/** The types of identities behind which a user stands. */
const USERS: ReadonlySet<string> = new Set([
  'root-account',
  'ram-user',
  'saml-user',
  'oidc-user',
  'cloudsso-user',
  'alibaba-cloud-account',
]);
const LOGON = /^(?:console)?sign(?:in|out)$|^passwordreset$/i;
const LOGON_HOST = /(?:^|\/)signin\./i;
const OSS_HOST = /(?:^|[./])oss[.-]/i;
const CONFIG_HOST = /(?:^|[./])config[.-]/i;

/** The kind of an event; undefined where it does not say enough of itself. */
export function eventKind(marks: KindMarks): EventKind | undefined {
  const { eventName, eventType, eventCategory, serviceName, eventSource = '', identityType } = marks;
  const service = serviceName?.toLowerCase();
  if (eventType === 'ActionTrailInsight' || eventCategory === 'Insight') return 'insight';
  if (eventType === 'AliyunServiceEvent' || identityType === 'system') return 'system';
  if (eventCategory === 'Data') return 'data';
  if (service === 'oss' || OSS_HOST.test(eventSource)) return 'oss';
  if (service === 'config' || CONFIG_HOST.test(eventSource)) return 'config';
  if (LOGON.test(eventType ?? '') || LOGON.test(eventName ?? '') || LOGON_HOST.test(eventSource)) return 'logon';
  if (eventType === undefined ? !marks.hasApiVersion : eventType !== 'ApiCall')
    return eventType === undefined ? undefined : 'operation';
  if (identityType === undefined || USERS.has(identityType)) return 'user-call';
  return identityType === 'assumed-role' ? 'role-call' : undefined;
}

/** The fields that each event of a kind has. */
export function fieldsOfKind(kind: EventKind | undefined): readonly string[] {
  return kind === undefined ? [] : FIELDS[kind];
}

/** The fields that events of any kind must have, each once. */
export const DEMANDED_FIELDS: readonly string[] = [...new Set(Object.values(FIELDS).flat())];
