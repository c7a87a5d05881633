import { type Action } from './call';

/** What a service says of a call that it refused or could not do. */
export interface Refusal {
  readonly status: number;
  /** The service's own code: `NoPermission`, `ProjectNotExist`; empty where it gave none. */
  readonly code: string;
  /** The service's own words, without keys. */
  readonly message: string;
  readonly requestId?: string;
  /** How far this machine's clock is ahead of the service's, in ms. */
  readonly ahead?: number;
}

/** What kind a refusal is of: it decides what is said, and whether to ask again. */
export type RefusalKind =
  | 'unknown-key'
  | 'signature'
  | 'expired-token'
  | 'clock'
  | 'overdue'
  | 'denied'
  | 'no-project'
  | 'no-logstore'
  | 'no-role'
  | 'no-index'
  | 'range'
  | 'attributes'
  | 'page'
  | 'query'
  | 'busy'
  | 'unavailable'
  | 'timed-out'
  | 'other';

/** By code, the more special first. Sources: the lists of errors of both services and of the gateway before them. */
const CODES: readonly (readonly [RegExp, RefusalKind])[] = [
  [/^InvalidAccessKeyId|^InvalidAccessKey$|^AccessKeyId?(?:NotFound|Inactive)|^InactiveAccessKey/i, 'unknown-key'],
  [/SecurityToken|^(?:Sts)?Token(?:Expired|Invalid)|^InvalidToken/i, 'expired-token'],
  [/^Signature(?:DoesNotMatch|NotMatch)|^IncompleteSignature|^InvalidSignature|^MissingSignature/i, 'signature'],
  [/^RequestTime(?:TooSkewed|Expired)|^InvalidTimeStamp|^IllegalTimestamp|^InvalidDate/i, 'clock'],
  [/^ProjectForbidden|Overdue|InDebt|^UserDisabled/i, 'overdue'],
  [/^ProjectNotExist/i, 'no-project'],
  [/^LogStoreNotExist/i, 'no-logstore'],
  [/^EntityNotExist/i, 'no-role'],
  [/^IndexConfigNotExist/i, 'no-index'],
  [
    /^InvalidParameter(?:DateOutOfRange|StartTime|EndTime|TimeRange)|^InvalidTimeRange|^InvalidParameterStartTimeOutOfDate/i,
    'range',
  ],
  [/^InvalidLookupAttribute|^InvalidParameterCombination/i, 'attributes'],
  [/^InvalidNextToken/i, 'page'],
  [/^Throttl|QuotaExceed|^ServerBusy|^TooManyRequests|^FlowControl/i, 'busy'],
  [
    /^(?:Request|Query|Execution)Time(?:d?)(?:Out)|Timeout$|ExceedMax|ExceededM|ResourceExhausted|InsufficientResources/i,
    'timed-out',
  ],
  [/^(?:No|Not)Permission|^Forbidden|^NotAuthorized|AccessDenied|^Unauthorized|ImplicitDeny|ExplicitDeny/i, 'denied'],
  [/^ParameterInvalid|^InvalidQuery|^InvalidParameter|^InvalidSQL/i, 'query'],
  [/^Internal(?:Error|Failure|ServerError)|^ServiceUnavailable/i, 'unavailable'],
];

/** The kind of a refusal, by its code, else by its status. */
export function kindOf({ code, status }: Refusal): RefusalKind {
  const known = CODES.find(([pattern]) => pattern.test(code))?.[1];
  if (known !== undefined) return known;
  if (status === 429) return 'busy';
  if (status >= 500) return 'unavailable';
  if (status === 401) return 'unknown-key';
  return status === 403 ? 'denied' : 'other';
}

/** Refusals after which the same question may be answered: later, with another key, or when something has been set right. */
const PASSING: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  ...(['busy', 'unavailable', 'timed-out', 'expired-token', 'unknown-key', 'signature', 'clock', 'overdue', 'denied'] as const),
]);

/** Whether the question that was refused is worth asking once more. */
export function isPassing(refusal: Refusal): boolean {
  return PASSING.has(kindOf(refusal));
}

/** Whether a search can go on from where it failed. */
export function mayGoOn(fault: CloudFault): boolean {
  return fault.kind === 'refused' ? isPassing(fault.refusal) : fault.kind !== 'foreign';
}

/** Why a search has no (whole) answer. */
export type CloudFault =
  | { readonly kind: 'refused'; readonly action: Action; readonly host: string; readonly refusal: Refusal }
  /** No answer at all, or not a whole one. */
  | { readonly kind: 'connection'; readonly host: string; readonly fault: ConnectionFault; readonly detail: string }
  /** The answer is not what the operation answers with. */
  | { readonly kind: 'foreign'; readonly action: Action; readonly host: string; readonly status: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'profile'; readonly problem: ProfileProblem; readonly profile: string; readonly detail?: string };

export type ConnectionFault = 'timeout' | 'too-large' | 'redirect' | 'insecure' | 'network';

/** Why a profile gives no key. */
export type ProfileProblem =
  | 'no-file'
  | 'bad-file'
  | 'no-profile'
  | 'no-key'
  | 'no-role'
  | 'no-source'
  | 'source-circle'
  | 'unsupported'
  | 'expired'
  | 'no-command'
  | 'command-failed'
  | 'command-forbidden'
  | 'no-instance-role';

export class CloudError extends Error {
  constructor(readonly fault: CloudFault) {
    super(fault.kind);
    this.name = 'CloudError';
  }
}

/** Told by its name: a bundle may hold the class twice. */
export function isCloudError(error: unknown): error is CloudError {
  return error instanceof Error && error.name === 'CloudError';
}
