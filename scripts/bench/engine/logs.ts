/** Logs of any size for the benchmark, the same ones in every run: invented events of the kinds that a real account has. */

/** A generator of numbers below `2 ** 32` with a fixed seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const NAMES = [
  ['Ecs', 'ecs', 'DescribeInstances', 'Read'],
  ['Ecs', 'ecs', 'RunInstances', 'Write'],
  ['Ecs', 'ecs', 'StopInstance', 'Write'],
  ['Ram', 'ram', 'CreateUser', 'Write'],
  ['Ram', 'ram', 'AttachPolicyToUser', 'Write'],
  ['Sts', 'sts', 'AssumeRole', 'Read'],
  ['Vpc', 'vpc', 'CreateVSwitch', 'Write'],
  ['Rds', 'rds', 'DescribeDBInstances', 'Read'],
  ['Kms', 'kms', 'Decrypt', 'Read'],
  ['sc', 'foasconsole', 'AppendVSwitchId', 'Write'],
] as const;
const REGIONS = ['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'ap-southeast-1', 'eu-central-1'];

class Events {
  private readonly random = numbers(20_201_201);
  private count = 0;

  constructor(private readonly isChinese: boolean) {}

  next(): Record<string, unknown> {
    const number = this.count++;
    const [service, host, eventName, rw] = NAMES[this.below(NAMES.length)] ?? NAMES[0];
    const region = REGIONS[this.below(REGIONS.length)] ?? '';
    const user = this.below(40);
    const id = (letter: string): string => `${letter}${this.hex(7)}-${this.hex(4)}-${this.hex(4)}-${this.hex(4)}-${this.hex(12)}`;
    const requestId = id('B');
    const failed = this.below(20) === 0;
    return {
      eventId: id('A'),
      eventVersion: 1,
      eventSource: `${host}.${region}.aliyuncs.com`,
      requestId,
      requestParameters: {
        RegionId: region,
        InstanceId: `i-example${this.hex(12)}`,
        VSwitchIds: `["vsw-example${this.hex(10)}","vsw-example${this.hex(10)}"]`,
        ClientToken: id('C'),
        PageSize: 1 + this.below(100),
        'Tag.1.Key': 'team',
        'Tag.1.Value': this.isChinese ? '实时计算团队' : 'streaming',
        Description: this.isChinese
          ? '为实时计算作业增加一个虚拟交换机，由值班工程师提交'
          : 'a vSwitch for the streaming jobs, by the engineer on call',
      },
      sourceIpAddress: `192.0.2.${this.below(250)}`,
      userAgent: 'AlibabaCloud (linux; amd64) Java/17 Core/4.6.0 HTTPClient/ApacheHttpClient',
      eventRW: rw,
      eventType: 'ApiCall',
      userIdentity: {
        type: 'ram-user',
        principalId: `2${String(user).padStart(17, '0')}`,
        accountId: `1${String(user % 7).padStart(15, '0')}`,
        accessKeyId: `LTAIexample${String(user).padStart(6, '0')}`,
        userName: this.isChinese ? `值班工程师${user}` : `engineer-${user}`,
        sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2020-12-01T11:00:00Z' } },
      },
      ...(failed
        ? {
            errorCode: 'Forbidden.RAM',
            errorMessage: this.isChinese
              ? '当前用户没有权限执行该操作'
              : 'User not authorized to operate on the specified resource.',
          }
        : {}),
      responseElements: {
        RequestId: requestId,
        TotalCount: this.below(1000),
        Items: [{ Id: this.below(1e6), State: 'Running' }],
      },
      referencedResources: { 'ACS::ECS::Instance': [`i-example${this.hex(12)}`] },
      serviceName: service,
      additionalEventData: { callbackTlsVersion: 'TLSv1.2', loginAccount: this.isChinese ? '主账号' : 'root' },
      apiVersion: '2014-05-26',
      acsRegion: region,
      eventTime: new Date(Date.UTC(2020, 11, 1) + number * 350).toISOString().replace(/\.\d+Z$/, 'Z'),
      isGlobal: false,
      eventName,
      recipientAccountId: `1${String(user % 7).padStart(15, '0')}`,
    };
  }

  private below(limit: number): number {
    return this.random() % limit;
  }

  private hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.random().toString(16).padStart(8, '0').toUpperCase();
    return text.slice(0, length);
  }
}

interface Form {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly isChinese?: boolean;
  readonly write: (event: Record<string, unknown>, number: number) => string;
}

const line = (event: Record<string, unknown>): string => JSON.stringify(event);

/** The shapes that are measured. */
export const FORMS: Readonly<Record<string, Form>> = {
  pretty: {
    head: '[\n  ',
    between: ',\n  ',
    tail: '\n]\n',
    write: (event) => JSON.stringify(event, null, 2).replaceAll('\n', '\n  '),
  },
  oneline: { head: '[', between: ',', tail: ']', write: line },
  lines: { head: '', between: '\n', tail: '\n', write: line },
  sls: {
    head: '',
    between: '\n',
    tail: '\n',
    write: (event, number) =>
      JSON.stringify({
        __time__: String(1_606_780_800 + number),
        __topic__: 'actiontrail_audit_event',
        __source__: 'actiontrail_internal',
        event: JSON.stringify(event),
        owner_id: '1000000000000001',
      }),
  },
  chinese: { head: '', between: '\n', tail: '\n', isChinese: true, write: line },
};

/** The pieces of a log of at least `units` UTF-16 units in the form of that name. */
export function* logPieces(name: string, units: number): Generator<string> {
  const form = FORMS[name];
  if (form === undefined) throw new Error(`no form ${name}`);
  const events = new Events(form.isChinese === true);
  let length = form.head.length;
  yield form.head;
  for (let number = 0; length < units; number++) {
    const piece = (number === 0 ? '' : form.between) + form.write(events.next(), number);
    length += piece.length;
    yield piece;
  }
  yield form.tail;
}
