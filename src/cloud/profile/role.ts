import { accepted, type Answer, foreign, member, textOf } from '../answer';
import { type AccessKey, type Call } from '../call';
import { type Profile } from './config';

/** Whoever reads the trail of the role sees what it was taken for. */
const SESSION = 'trail-log-inspector';

/** Asks for a key of the role of a profile. */
export function roleCall({ roleArn, sessionName, externalId, duration, stsRegion }: Profile): Call {
  return {
    action: 'AssumeRole',
    method: 'POST',
    host: stsRegion === '' ? 'sts.aliyuncs.com' : `sts.${stsRegion}.aliyuncs.com`,
    path: '/',
    query: {
      RoleArn: roleArn,
      RoleSessionName: sessionName === '' ? SESSION : sessionName,
      ...(externalId === '' ? {} : { ExternalId: externalId }),
      ...(duration > 0 ? { DurationSeconds: String(duration) } : {}),
    },
    api: { kind: 'rpc', version: '2015-04-01' },
  };
}

/** The key that AssumeRole gives. */
export function roleKey(call: Call, answer: Answer): AccessKey {
  const key = keyIn(member(accepted(call, answer).json, 'Credentials'));
  if (key === undefined) throw foreign(call);
  return key;
}

/** The key in an answer of AssumeRole, or of the metadata service of an instance. */
export function keyIn(json: unknown): AccessKey | undefined {
  const [id, secret, token] = ['AccessKeyId', 'AccessKeySecret', 'SecurityToken'].map((name) => textOf(json, name));
  return id === undefined || secret === undefined || token === undefined || id === '' || secret === '' || token === ''
    ? undefined
    : { id, secret, token };
}
