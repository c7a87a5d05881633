import { createHash } from 'node:crypto';
import { type Event } from '../logs';
import { type Got, type Reply, rpcError } from './request';

const DAY = 86_400_000;
/** Where an attribute of LookupEvents stands in an event. */
const ATTRIBUTES: Readonly<Record<string, (event: Event) => unknown>> = {
  ServiceName: (event) => event['serviceName'],
  EventName: (event) => event['eventName'],
  EventId: (event) => event['eventId'],
  EventRW: (event) => event['eventRW'],
  EventType: (event) => event['eventType'],
  SourceIpAddress: (event) => event['sourceIpAddress'],
  User: (event) => (event['userIdentity'] as Event)['userName'],
  EventAccessKeyId: (event) => (event['userIdentity'] as Event)['accessKeyId'],
};
/** Pairs that are refused. */
const REFUSED = ['EventName,EventRW', 'EventRW,EventName'];

/** What LookupEvents answers of some events, in the documented order, window and pages. */
export function lookUpEvents(got: Got, events: readonly Event[], now: number): Reply {
  const value = (name: string): string => got.query.get(name) ?? '';
  const start = Date.parse(value('StartTime') || new Date(now - 7 * DAY).toISOString());
  const end = Date.parse(value('EndTime') || new Date(now).toISOString());
  const size = Number(value('MaxResults') || 20);
  if (Number.isNaN(start) || Number.isNaN(end) || start > end)
    return rpcError(400, 'InvalidParameterStartTime', 'The start time is wrong.');
  if (start < now - 90 * DAY)
    return rpcError(400, 'InvalidParameterStartTimeOutOfDate', 'The start time is more than 90 days ago.');
  if (end - start > 30 * DAY) return rpcError(400, 'InvalidParameterDateOutOfRange', 'The span is longer than 30 days.');
  if (!Number.isInteger(size) || size < 1 || size > 50)
    return rpcError(400, 'InvalidParameterMaxResults', 'MaxResults is from 1 to 50.');
  const attributes = [1, 2]
    .map((at) => [value(`LookupAttribute.${at}.Key`), value(`LookupAttribute.${at}.Value`)] as const)
    .filter(([key]) => key !== '');
  if (attributes.some(([key]) => ATTRIBUTES[key] === undefined) || REFUSED.includes(attributes.map(([key]) => key).join(',')))
    return rpcError(400, 'InvalidLookupAttributesException', 'The lookup attributes are not supported.');
  const found = events
    .map((event) => ({ event, at: Date.parse(String(event['eventTime'])) }))
    .filter(
      ({ event, at }) => at >= start && at <= end && attributes.every(([key, wanted]) => ATTRIBUTES[key]?.(event) === wanted),
    )
    .sort((a, b) => b.at - a.at);
  // A token is for the very same question only.
  const question = createHash('sha256')
    .update(
      [...got.query]
        .filter(([name]) => name !== 'NextToken')
        .map(String)
        .sort()
        .join('&'),
    )
    .digest('hex');
  const token = value('NextToken');
  const [asked, from] = token === '' ? [question, '0'] : Buffer.from(token, 'base64').toString().split(':');
  if (asked !== question) return rpcError(400, 'InvalidNextToken', 'The NextToken is of another question.');
  const next = Number(from) + size;
  return {
    status: 200,
    json: {
      EndTime: value('EndTime'),
      Events: found.slice(Number(from), next).map(({ event }) => event),
      ...(next < found.length ? { NextToken: Buffer.from(`${question}:${next}`).toString('base64') } : {}),
      RequestId: '00000000-0000-4000-8000-00000000000A',
      StartTime: value('StartTime'),
    },
  };
}
