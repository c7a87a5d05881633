import { type Action } from '../cloud/call';
import {
  type CloudFault,
  kindOf,
  type ConnectionFault,
  type ProfileProblem,
  type Refusal,
  type RefusalKind,
} from '../cloud/failure';
import { type SearchNote } from '../cloud/page';
import { type Translate } from './messages';
import { visible } from './visible';

/** The permission that an operation needs. */
const PERMISSIONS: Readonly<Record<Action, string>> = {
  LookupEvents: 'actiontrail:LookupEvents',
  DescribeTrails: 'actiontrail:DescribeTrails',
  GetLogsV2: 'log:GetLogStoreLogs',
  GetHistograms: 'log:GetLogStoreHistogram',
  AssumeRole: 'sts:AssumeRole',
};

const REFUSALS: Readonly<Record<RefusalKind, string>> = {
  'unknown-key': 'The AccessKey is not known to the service, or it is disabled: check it with aliyun configure list.',
  signature: 'The signature does not match: the AccessKey secret is not the one of this AccessKey ID.',
  'expired-token': 'The temporary key has expired or is not valid: get a new one.',
  clock: 'The time of this machine is wrong: set its clock.',
  overdue: 'The service is off for this account or project, for instance because of an overdue payment.',
  denied: 'There is no permission for this: the identity needs {0} in a RAM policy.',
  'no-project': 'There is no such project in this region: check project and region.',
  'no-logstore': 'There is no such Logstore in the project.',
  'no-role': 'There is no such RAM role.',
  'no-index': 'The Logstore has no index, so that it cannot be searched: create one in the console.',
  range: 'The span is refused: a look-up reaches back 90 days at most.',
  attributes: 'The service refuses these conditions.',
  page: 'The service does not know the page any more: search again.',
  query: 'The service does not understand the query.',
  busy: 'The service was asked too often: it was asked again for a while, without success. Try again later.',
  unavailable: 'The service has a fault: it was asked again for a while, without success. Try again later.',
  'timed-out': 'The query took the service too long: choose a shorter span.',
  other: 'The service refused.',
};

const CONNECTIONS: Readonly<Record<ConnectionFault, string>> = {
  timeout: '{0} did not answer in time.',
  'too-large': 'The answer of {0} is too large.',
  redirect: '{0} wants to lead to another address ({1}): signed requests do not go there.',
  insecure: 'No key is sent to {0}: the connection would not be encrypted.',
  network: 'No connection with {0}: {1}',
};

const PROFILES: Readonly<Record<ProfileProblem, string>> = {
  'no-file':
    'There is no key: neither in the environment (ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET) nor in a profile of the aliyun command line. Run: aliyun configure',
  'bad-file': 'The configuration of the aliyun command line (~/.aliyun/config.json) cannot be read.',
  'no-profile': 'There is no profile "{0}". Run: aliyun configure --profile {0}',
  'no-key': 'The profile "{0}" has no whole key. Run: aliyun configure --profile {0}',
  'no-role': 'The profile "{0}" names no role (ram_role_arn).',
  'no-source': 'The profile "{0}" takes its key from "{1}", which is not there.',
  'source-circle': 'The profile "{0}" takes its key from itself, by way of "{1}".',
  unsupported: 'The profile "{0}" has the mode {1}, which is not supported here.',
  expired: 'The key that the profile "{0}" keeps has expired. Renew it: aliyun sts GetCallerIdentity --profile {0}',
  'no-command': 'The profile "{0}" has no command (process_command).',
  'command-failed': 'The command of the profile "{0}" gave no key.',
  'command-forbidden': 'The command of the profile "{0}" is not run here.',
  'no-instance-role': 'The metadata service gave no key for the profile "{0}": this is no ECS instance, or it has no RAM role.',
};

/** Why a search has no (whole) answer, and what to do about it. */
export function cloudMessage(fault: CloudFault, t: Translate): string {
  switch (fault.kind) {
    case 'cancelled':
      return t('Cancelled.');
    case 'foreign':
      return t('The answer of {0} is none of {1}: perhaps it comes from a proxy.', visible(fault.host), fault.action);
    case 'connection':
      return t(CONNECTIONS[fault.fault], visible(fault.host), visible(fault.detail));
    case 'profile':
      return t(PROFILES[fault.problem], visible(fault.profile), visible(fault.detail ?? ''));
    case 'refused':
      return refusalMessage(fault.action, fault.refusal, t);
  }
}

function refusalMessage(action: Action, refusal: Refusal, t: Translate): string {
  const kind = kindOf(refusal);
  const { status, code, message, requestId, ahead } = refusal;
  const parts = [t(REFUSALS[kind], PERMISSIONS[action])];
  if (kind === 'clock' && ahead !== undefined)
    parts.push(
      ahead > 0
        ? t('It is {0} minutes ahead.', String(Math.round(ahead / 60_000)))
        : t('It is {0} minutes behind.', String(Math.round(-ahead / 60_000))),
    );
  const said = [code === '' ? String(status) : `${String(status)} ${code}`, ...(message === '' ? [] : [message])].join(': ');
  parts.push(t('{0} answered: {1}', action, visible(said)));
  if (requestId !== undefined) parts.push(t('Request ID: {0}', visible(requestId)));
  return parts.join(' ');
}

/** What to know of what a search found. `timeOf` writes a time, ms since 1970. */
export function searchNoteMessage(note: SearchNote, timeOf: (ms: number) => string, t: Translate): string {
  switch (note.code) {
    case 'attributes-refused':
      return t(
        'The service refuses these conditions together ({0}): it was asked without one, the filter decides.',
        visible(note.detail),
      );
    case 'not-indexed':
      return t('{0} has no index in the Logstore: the service was asked without it.', visible(note.detail));
    case 'incomplete':
      return t('An answer stayed incomplete, although it was asked for again: there may be more events.');
    case 'reach':
      return t('A look-up reaches back 90 days: it begins at {0}.', timeOf(note.from));
    case 'exact-case':
      return t('The service looked for "{0}" in this upper and lower case only.', visible(note.detail));
  }
}
