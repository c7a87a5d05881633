import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { toCasing } from '../../knowledge/casing';
import { parseRecord } from '../../event/tree';

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

/** Reads the facts from the text of an event, in either casing; undefined where it is no object. A damaged event gives what is there. */
export function factsOf(text: string): EventFacts | undefined {
  const event = parseRecord(text.trim());
  if (event?.type !== 'object') return undefined;
  const of = (...path: readonly string[]): string => textAt(event, path);
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

function textAt(event: Node, path: readonly string[]): string {
  const pascal = path.map((name) => toCasing(name, 'Pascal'));
  const node = findNodeAtLocation(event, [...path]) ?? findNodeAtLocation(event, pascal);
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : '';
}
