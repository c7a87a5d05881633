// One event of the log, in the order of fields that is good to read.
import { identity } from './actors.mjs';
import { SERVICES } from './services.mjs';

const READ = /^(?:Describe|List|Get|Check|Search|Lookup|Decrypt|Resource|OssParams)/;
const iso = (time) => new Date(time).toISOString();
const seconds = (time) => iso(time).replace(/\.\d+Z$/, 'Z');

/** What the gateway adds to the parameters that the user gave. */
function gateway(service, host, requestId, region) {
  return {
    AcsHost: host,
    HostId: host,
    AcsProduct: service.product,
    RequestId: requestId,
    RegionId: region,
    AcceptLanguage: 'zh-CN',
  };
}

/** `call`: {service, name, region, parameters?, response?, resources?, type?, sensitive?, extra?}; `failure`: {code, message}. */
export function event(rng, time, actor, call, failure) {
  const service = SERVICES[call.service];
  const region = call.region;
  const host = service.host(region, call);
  const isOss = call.service === 'oss';
  const requestId = call.requestId ?? (isOss ? rng.hex(24) : rng.guid());
  const type = call.type ?? 'ApiCall';
  const isCall = type === 'ApiCall' && service.product !== undefined;
  const response = failure ? call.failed?.(requestId) : { RequestId: requestId, ...call.response };
  const resources = Object.entries(call.resources ?? {});
  const started = time - rng.integer(2, 50) * 60_000;
  return {
    eventTime: seconds(time),
    eventName: call.name,
    eventType: type,
    eventCategory: 'Management',
    eventRW: READ.test(call.name) ? 'Read' : 'Write',
    serviceName: service.serviceName,
    acsRegion: region,
    userIdentity: identity(actor, seconds(type === 'ConsoleSignin' ? time : started)),
    sourceIpAddress: actor.address,
    userAgent: actor.agent ?? `${service.console}.console.aliyun.com`,
    eventSource: host,
    ...(isCall && { apiVersion: service.version }),
    requestParameters: isCall ? { ...gateway(service, host, requestId, region), ...call.parameters } : { ...call.parameters },
    ...(response && type !== 'ConsoleSignin' && { responseElements: response }),
    ...(resources.length > 0 && {
      referencedResources: call.resources,
      resourceType: resources.map(([kind]) => kind).join(';'),
      resourceName: resources.map(([, names]) => names.join(',')).join(';'),
    }),
    additionalEventData: call.extra ?? { Scheme: 'https' },
    ...(call.sensitive && { eventAttributes: { SensitiveAction: 'true' } }),
    ...(failure && { errorCode: failure.code, errorMessage: failure.message }),
    eventId: call.type === undefined && !isOss ? requestId : isOss ? rng.hex(24) : (call.eventId ?? rng.guid()),
    requestId,
    eventVersion: '1',
    isGlobal: service.global === true,
    recipientAccountId: actor.recipient ?? actor.accountId,
  };
}

const upper = (name) => name[0].toUpperCase() + name.slice(1);

/** Fields that came later. */
const YOUNGER = new Set([
  'additionalEventData',
  'eventCategory',
  'eventRW',
  'isGlobal',
  'resourceType',
  'resourceName',
  'recipientAccountId',
]);

/** The older Flink console escaped its lists of vSwitches once too often. */
const overEscape = ({ VSwitchIds, ...rest }) =>
  VSwitchIds === undefined ? rest : { ...rest, VSwitchIds: JSON.stringify(VSwitchIds).slice(1, -1) };

/** The same event in the older form of the Flink documents: PascalCase, milliseconds and +0000, empty error fields. */
export function pascal(rng, one) {
  const { type, accountId, userName, principalId, accessKeyId } = one.userIdentity;
  const fields = {
    referencedResources: {},
    errorCode: '',
    errorMessage: '',
    ...Object.fromEntries(Object.entries(one).filter(([name]) => !YOUNGER.has(name))),
    eventTime: one.eventTime.replace('Z', `.${String(rng.integer(0, 999)).padStart(3, '0')}+0000`),
    requestParameters: overEscape(one.requestParameters),
    userIdentity: {
      Type: type,
      InvokedBy: '',
      AccountId: accountId,
      UserName: userName,
      PrincipalId: principalId,
      AccessKeyId: accessKeyId,
      Arn: '',
    },
    isBlack: false,
  };
  const late = ['referencedResources', 'errorCode', 'errorMessage'];
  const order = [...Object.keys(fields).filter((name) => !late.includes(name)), ...late];
  return Object.fromEntries(order.map((name) => [upper(name), fields[name]]));
}
