/** The members of an event that gives no finding, each value as JSON; tests put others in their place. Ids and addresses are invented. */
export const WHOLE_EVENT: Readonly<Record<string, string>> = {
  eventId: '"83BB0682-0000-4000-8000-26B1676A9EE2"',
  eventName: '"StopInstance"',
  eventSource: '"ecs-cn-hangzhou.aliyuncs.com"',
  eventTime: '"2020-01-09T12:12:14Z"',
  eventType: '"ApiCall"',
  eventVersion: '"1"',
  acsRegion: '"cn-hangzhou"',
  serviceName: '"Ecs"',
  requestId: '"83BB0682-0000-4000-8000-26B1676A9EE2"',
  sourceIpAddress: '"192.0.2.7"',
  userAgent: '"ecs.console.aliyun.com"',
  userIdentity:
    '{"type": "root-account", "principalId": "1234567890123456", "accountId": "1234567890123456", "userName": "root"}',
};
