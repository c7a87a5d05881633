// A paste that went through many hands: each event has one kind of damage that the extension reports.
import { ACCOUNTS } from './actors.mjs';

const two = (number) => String(number).padStart(2, '0');

/** A small, complete event; `number` makes its ids and its time. */
const whole = (number, name, parameters = { InstanceId: 'sc_flinkserverless_public_cn-example01' }) => ({
  eventId: `D0000000-0000-4000-8000-0000000000${two(number)}`,
  eventVersion: '1',
  eventName: name,
  eventTime: `2026-03-05T02:${two(number)}:00Z`,
  eventType: 'ApiCall',
  eventSource: 'foasconsole-share.cn-shanghai.aliyuncs.com',
  serviceName: 'RealtimeCompute',
  apiVersion: '2019-06-24',
  acsRegion: 'cn-shanghai',
  sourceIpAddress: '198.51.100.21',
  userAgent: 'realtime-compute.console.aliyun.com',
  userIdentity: { type: 'ram-user', accountId: ACCOUNTS.streaming, principalId: '200000000000001101', userName: 'li.na' },
  requestParameters: parameters,
  responseElements: { RequestId: `D0000000-0000-4000-8000-0000000000${two(number)}`, Result: true },
  requestId: `D0000000-0000-4000-8000-0000000000${two(number)}`,
});

/** [event name, what to look for, what to put there] */
const DAMAGE = [
  ['ListUserVpc', '"eventTime": "2026-03-05T02:01:00Z",', '"eventTime": "2026-03-05T02:01:00Z", // 事件的发生时间（UTC）'],
  ['ListUserVswitch', '"userName": "li.na"\n', '"userName": "li.na",\n'],
  ['GetClusterState', `"accountId": "${ACCOUNTS.streaming}"`, '"accountId": 110***011'],
  ['GetClusterUsedCu', '"eventType": "ApiCall",', '"eventType": "ApiCall",\n    "eventType": "ApiCall",'],
  ['CheckUserVpc', '    "eventSource": "foasconsole-share.cn-shanghai.aliyuncs.com",\n', ''],
  ['CheckUserVSwitch', '"serviceName": "RealtimeCompute"', '"serviceName": true'],
  ['ListSupportedZone', '"2026-03-05T02:07:00Z"', '"2026-03-32 02:07"'],
  ['ListOssInfo', '"198.51.100.21"', '"198.51.100.321"'],
  ['OssParamsCheck', `"${ACCOUNTS.streaming}"`, '"account-11"'],
  ['ResourceSpec', '"acsRegion": "cn-shanghai"', '"acsRegion": "cn-shangai"'],
  ['SearchOrdersV2', '"sourceIpAddress"', '"sourceIPAddress"'],
  ['GetOrderDetails', '"userAgent"', '"UserAgent"'],
  ['appendvswitchid', '"requestParameters": {', '"requestParameters": { /* 新增的交换机 */'],
];

const indented = (value) => JSON.stringify(value, null, 2).replace(/^/gm, '  ');

function broken([name, search, replacement], index) {
  const text = indented(whole(index + 1, name));
  if (!text.includes(search)) throw new Error(`nothing to damage in ${name}`);
  return text.replace(search, () => replacement);
}

export function damaged() {
  const list = JSON.stringify(['vsw-uf6example0000001', 'vsw-uf6example0000002']);
  const escaped = indented(whole(20, 'CheckUserVSwitch', { VSwitchIds: list }));
  const overEscaped = indented(whole(21, 'AppendVswitchId', { VSwitchIds: JSON.stringify(list).slice(1, -1) }));
  const noValue = indented(whole(22, 'UpdateNameSpace')).replace('"eventVersion": "1"', '"eventVersion": ');
  const open = indented(whole(23, 'CreateNameSpace')).replace('"cn-shanghai",', '"cn-shanghai,');
  const cut = indented(whole(24, 'DeleteNameSpace'));
  const events = [...DAMAGE.map(broken), escaped, overEscaped, noValue, open, cut.slice(0, cut.indexOf('"userName"') + 14)];
  return `// 从工单里复制的日志 (copied out of a ticket)\n[\n${events.join(',\n')}`;
}
