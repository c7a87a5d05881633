import { valueOf } from '../../event/member';
import { eventOf } from '../../event/texts';
import { type Trail } from '../../trail/trail';

/** What a reader asks of one event, as it is written; empty where the event does not say it. */
export interface EventFacts {
  readonly eventId: string;
  readonly eventName: string;
  readonly eventTime: string;
  readonly serviceName: string;
  readonly region: string;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly resourceType: string;
  readonly resourceName: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly identityType: string;
  readonly userName: string;
  readonly principalId: string;
  readonly accountId: string;
  readonly accessKeyId: string;
}

/** Reads the facts of a row's event, wherever its record holds it; undefined where it is no object. A damaged event gives what is there. */
export function factsOf(trail: Trail, row: number): EventFacts | undefined {
  const event = eventOf(trail, row, trail.recordText(row));
  if (event?.type !== 'object') return undefined;
  const of = (...path: readonly string[]): string => {
    const value: unknown = valueOf(event, path)?.value;
    return typeof value === 'string' ? value : '';
  };
  return {
    eventId: of('eventId'),
    eventName: of('eventName'),
    eventTime: of('eventTime'),
    serviceName: of('serviceName'),
    region: of('acsRegion'),
    requestId: of('requestId'),
    address: of('sourceIpAddress'),
    userAgent: of('userAgent'),
    resourceType: of('resourceType'),
    resourceName: of('resourceName'),
    errorCode: of('errorCode'),
    errorMessage: of('errorMessage'),
    identityType: of('userIdentity', 'type'),
    userName: of('userIdentity', 'userName'),
    principalId: of('userIdentity', 'principalId'),
    accountId: of('userIdentity', 'accountId') || of('recipientAccountId'),
    accessKeyId: of('userIdentity', 'accessKeyId'),
  };
}
