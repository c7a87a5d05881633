/** Logs for tests, in every shape; `eol` is the line end. */

/** One event, plainly invented. */
export function event(number: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventId: `E0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    eventVersion: '1',
    eventName: ['RunInstances', 'CreateUser', 'AppendVswitchId', 'StopInstance'][number % 4],
    eventSource: 'ecs-cn-hangzhou.aliyuncs.com',
    eventTime: `2026-03-0${(number % 9) + 1}T02:00:00Z`,
    eventType: 'ApiCall',
    acsRegion: 'cn-hangzhou',
    serviceName: 'Ecs',
    requestId: `R0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    sourceIpAddress: `192.0.2.${number % 250}`,
    userAgent: 'test',
    userIdentity: {
      type: 'ram-user',
      accountId: `110000000000000${number % 3}`,
      principalId: '2000',
      userName: `user-${number % 5}`,
    },
    requestParameters: { Tags: [{ Key: 'a', Value: '}{][,"' }], Ids: '["i-1","i-2"]', 中文: '删除' },
    // No list of events of the log's own.
    responseElements: { Events: [{ eventName: 'Nested' }] },
    ...more,
  };
}

const events = (count: number): Record<string, unknown>[] => Array.from({ length: count }, (_, number) => event(number));

/** The shapes of facts section 2, with `count` events each. */
export const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  object: () => JSON.stringify(event(1), null, 2),
  'pretty array': (count) => JSON.stringify(events(count), null, 2),
  'minified array': (count) => JSON.stringify(events(count)),
  lines: (count) =>
    events(count)
      .map((e) => `${JSON.stringify(e)}\n`)
      .join(''),
  concatenated: (count) =>
    events(count)
      .map((e) => JSON.stringify(e, null, 2))
      .join('\n'),
  'lookup response': (count) =>
    JSON.stringify({ EndTime: '2026-03-09T00:00:00Z', Events: events(count), NextToken: 'x', RequestId: 'r' }, null, 2),
  'wrapped response': (count) =>
    JSON.stringify({ headers: { a: '1' }, statusCode: 200, body: { Events: events(count), RequestId: 'r' } }, null, 2),
  'several responses': (count) => [0, 1].map(() => JSON.stringify({ Events: events(count), RequestId: 'r' })).join('\n'),
  'array of responses': (count) => JSON.stringify([{ Events: events(count) }, { Events: events(count) }], null, 1),
  'sls text': (count) =>
    events(count)
      .map((e) => `${JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1', event: JSON.stringify(e) })}\n`)
      .join(''),
  'sls object': (count) => JSON.stringify(events(count).map((e) => ({ __topic__: 'actiontrail_audit_event', event: e }))),
  'sls flat': (count) =>
    events(count)
      .map(
        (e) =>
          `${JSON.stringify({ 'event.eventName': e['eventName'], 'event.eventId': e['eventId'], 'event.acsRegion': 'cn-hangzhou', 'event.userIdentity.accountId': '11000' })}\n`,
      )
      .join(''),
  'last used': (count) =>
    JSON.stringify(
      {
        Events: events(count).map((e) => ({
          Detail: JSON.stringify(e, null, 2),
          EventName: e['eventName'],
          Source: 'ManagementEvent',
          UsedTimestamp: 1,
        })),
      },
      null,
      2,
    ),
  // Such an answer once its strings are unescaped.
  'last used object': (count) =>
    JSON.stringify({ Events: events(count).map((e) => ({ Detail: e, EventName: e['eventName'], UsedTimestamp: 1 })) }, null, 2),
  'cloud events': (count) =>
    events(count)
      .map(
        (e) =>
          `${JSON.stringify({ id: '1', source: 'acs.ecs', specversion: '1.0', type: 'ecs:ActionTrail:ApiCall', data: e })}\n`,
      )
      .join(''),
  commented: (count) =>
    JSON.stringify(events(count), null, 2).replace(/"eventType": "ApiCall",/g, '"eventType": "ApiCall", // 类型'),
  fragment: () => `"userIdentity": ${JSON.stringify(event(1)['userIdentity'], null, 2)}`,
  mixture: (count) =>
    `${JSON.stringify(events(count))}\nnot json at all\n${JSON.stringify(event(7))}\n{"level":"info"}\n${JSON.stringify(event(8), null, 2)}\n`,
};
