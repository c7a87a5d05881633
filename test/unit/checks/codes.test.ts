import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FindingCode } from '../../../src/checks/finding';
import { applyEdits } from '../../../src/event/textEdit';
import { fixOf } from '../../../src/checks/fixes';
import { StringSource } from '../../../src/trail/source';
import { type At, eventOf, findingsOf } from './logs';

const of = (code: FindingCode, text: string, path?: string): readonly At[] =>
  findingsOf(text, path).filter((finding) => finding.code === code);

/** Code, members that are wrong, what is marked, members that are right. */
const TABLE: readonly (readonly [FindingCode, string, string, string])[] = [
  [FindingCode.UnknownEvent, '"eventName": "StopInstnace"', '"StopInstnace"', '"eventName": "StopInstances"'],
  [FindingCode.UnknownEvent, '"eventName": "DescribeInstnaces"', '"DescribeInstnaces"', '"eventName": "CreateInstanceV7"'],
  [FindingCode.UnknownEvent, '"eventName": "DeleteSecurtyGroup"', '"DeleteSecurtyGroup"', '"eventName": "DescribeXylophone"'],
  [
    FindingCode.UnknownIdentity,
    '"userIdentity": {"type": "ram_user"}',
    '"ram_user"',
    '"userIdentity": {"type": "some-new-user"}',
  ],
  [FindingCode.UnknownIdentity, '"userIdentity": {"type": "asumed-role"}', '"asumed-role"', '"userIdentity": {"type": "****"}'],
  [FindingCode.UnknownService, '"serviceName": "Actiontrial"', '"Actiontrial"', '"serviceName": "Polardbx"'],
  [FindingCode.UnknownValue, '"eventType": "AipCall"', '"AipCall"', '"eventType": "NewKindOfEvent"'],
  [FindingCode.UnknownValue, '"eventRW": "Wirte"', '"Wirte"', '"eventRW": "Insert"'],
  [FindingCode.UnknownValue, '"eventCategory": "Managment"', '"Managment"', '"eventCategory": "Insight"'],
  [FindingCode.UnknownRegion, '"acsRegion": "cn-shangai"', '"cn-shangai"', '"acsRegion": "cn-****"'],
  [
    FindingCode.RequestIdMismatch,
    '"requestId": "A-1", "responseElements": {"requestId": "A-2"}',
    '"A-2"',
    '"requestId": "A-1", "responseElements": {"requestId": "a-1", "RequestIds": "A-2"}',
  ],
  [
    FindingCode.RequestIdMismatch,
    '"requestId": "A-1", "responseElements": {"x": {"RequestId": "A-1"}, "RequestId": "A-2"}',
    '"A-2"',
    '"requestId": "A-****", "responseElements": {"RequestId": "A-2"}',
  ],
  [
    FindingCode.ErrorWithoutFailure,
    '"errorCode": "Forbidden", "responseElements": {"success": "true"}',
    '"Forbidden"',
    '"errorCode": "success", "responseElements": {"Success": true}',
  ],
  [
    FindingCode.FailureWithoutError,
    '"errorCode": "", "errorMessage": "It failed."',
    '"It failed."',
    '"errorCode": "", "errorMessage": "success"',
  ],
  [
    FindingCode.FailureWithoutError,
    '"responseElements": {"Success": "False"}',
    '"False"',
    '"errorCode": 404, "responseElements": {"Success": false}',
  ],
  [
    FindingCode.ParametersDiffer,
    String.raw`"requestParameters": {"Bid": 1187000000004544000}, "requestParameterJson": "{\"Bid\":1187000000004544001}"`,
    '"requestParameterJson"',
    String.raw`"requestParameters": {"Bid": 1187000000004544000}, "requestParameterJson": "{\"Bid\":\"1187000000004544000\"}"`,
  ],
  [
    FindingCode.ParametersDiffer,
    String.raw`"requestParameters": {"a": [1, 2]}, "requestParameterJson": "{\"a\":[1]}"`,
    '"requestParameterJson"',
    String.raw`"requestParameters": {"a": "[1, 2]", "n": null}, "requestParameterJson": "{\"a\":[1,2]}"`,
  ],
  [
    FindingCode.ParametersDiffer,
    String.raw`"requestParameters": {"a": 1}, "requestParameterJson": "{\"a\":1,\"b\":2}"`,
    '"requestParameterJson"',
    String.raw`"requestParameters": {"a": {"x": "秘密", "y": false}}, "requestParameterJson": "{\"a\":{\"y\":\"false\",\"x\":\"***\"}}"`,
  ],
  [
    FindingCode.Secret,
    '"requestParameters": {"AccessKeySecret": "Example+1/="}',
    '"Example+1/="',
    '"requestParameters": {"NextToken": "abcdef"}',
  ],
  [
    FindingCode.Secret,
    '"responseElements": {"Credentials": {"SecurityToken": "CAISexample"}}',
    '"CAISexample"',
    '"responseElements": {"SecurityToken": "CAIS****"}',
  ],
  [
    FindingCode.Secret,
    '"requestParameters": {"list": [{"MasterUserPassword": "p-1"}]}',
    '"p-1"',
    '"requestParameters": {"PasswordResetRequired": "false", "Password": ""}',
  ],
  [
    FindingCode.Secret,
    String.raw`"responseElements": {"PrivateKeyBody": "-----BEGIN RSA PRIVATE KEY-----\nMIIE"}`,
    String.raw`"-----BEGIN RSA PRIVATE KEY-----\nMIIE"`,
    String.raw`"responseElements": {"PublicKeyBody": "-----BEGIN PUBLIC KEY-----\nMIIE"}`,
  ],
  [
    FindingCode.Secret,
    String.raw`"requestParameterJson": "{\"Password\":\"p-1\"}"`,
    'p-1',
    String.raw`"requestParameterJson": "{\"Password\":\"***\",\"HasPassword\":\"true\"}"`,
  ],
  [
    FindingCode.AccessKeyId,
    '"userIdentity": {"type": "ram-user", "accessKeyId": "LTAI5tEXAMPLEkeyIDfake01"}',
    '"LTAI5tEXAMPLEkeyIDfake01"',
    '"userIdentity": {"type": "ram-user", "accessKeyId": "LTAI****************ke01"}',
  ],
  [
    FindingCode.AccessKeyId,
    String.raw`"requestParameterJson": "{\"id\":\"LTAI5tEXAMPLEkeyIDfake01\"}"`,
    'LTAI5tEXAMPLEkeyIDfake01',
    '"userIdentity": {"type": "assumed-role", "accessKeyId": "STS.EXAMPLEexampleEXAMPLE"}',
  ],
];

describe('the rules of one event', () => {
  for (const [code, bad, marked, good] of TABLE) {
    it(`${code}: ${bad}`, () => {
      assert.deepEqual(
        of(code, eventOf(bad)).map((finding) => finding.marked),
        [marked],
      );
    });
    it(`${code}: not ${good}`, () => {
      assert.deepEqual(of(code, eventOf(good)), []);
    });
  }

  it('finds the same in an event that a string holds', () => {
    const record = `{"__topic__":"actiontrail_audit_event","event":${JSON.stringify(eventOf('"requestParameters": {"Password": "p-1"}, "eventRW": "Wirte"'))}}`;
    assert.deepEqual(
      of(FindingCode.Secret, record).map((finding) => finding.marked),
      [String.raw`\"p-1\"`],
    );
    assert.deepEqual(
      of(FindingCode.UnknownValue, record).map((finding) => finding.marked),
      [String.raw`\"Wirte\"`],
    );
  });

  it('a hostile order of many parameters is compared', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `k${index}`);
    const object = (keys: readonly string[]): string => `{${keys.map((key) => `"${key}":1`).join(',')}}`;
    const text = eventOf(
      `"requestParameters": ${object(names)}, "requestParameterJson": ${JSON.stringify(object([...names].reverse()))}`,
    );
    assert.deepEqual(of(FindingCode.ParametersDiffer, text), []);
  });
});

describe('fixes of the rules', () => {
  /** Code, members that are wrong, the same when mended. */
  const FIXES: readonly (readonly [FindingCode, string, string])[] = [
    [FindingCode.UnknownEvent, '"eventName": "StopInstnace"', '"eventName": "StopInstance"'],
    [FindingCode.UnknownIdentity, '"userIdentity": {"type": "ram_user"}', '"userIdentity": {"type": "ram-user"}'],
    [FindingCode.UnknownService, '"serviceName": "Actiontrial"', '"serviceName": "Actiontrail"'],
    [FindingCode.UnknownValue, '"eventRW": "Wirte"', '"eventRW": "Write"'],
    [FindingCode.UnknownRegion, '"acsRegion": "cn-shangai"', '"acsRegion": "cn-shanghai"'],
    [FindingCode.MixedCasing, '"EventCategory": "Management"', '"eventCategory": "Management"'],
    [FindingCode.Secret, '"requestParameters": {"Password": "p\\"1"}', '"requestParameters": {"Password": "***"}'],
    [
      FindingCode.Secret,
      String.raw`"requestParameterJson": "{\"Password\":\"p-1\"}"`,
      String.raw`"requestParameterJson": "{\"Password\":\"***\"}"`,
    ],
    [
      FindingCode.AccessKeyId,
      '"userIdentity": {"accessKeyId": "LTAI5tEXAMPLEkeyIDfake01"}',
      '"userIdentity": {"accessKeyId": "LTAI****************ke01"}',
    ],
  ];
  for (const [code, bad, good] of FIXES)
    for (const wrap of [
      (text: string) => text,
      (text: string) => `{"__topic__":"actiontrail_audit_event","event":${JSON.stringify(text)}}`,
    ])
      it(`${code}: ${wrap(good).slice(0, 60)}`, () => {
        const text = wrap(eventOf(bad));
        const [finding] = of(code, text);
        assert.ok(finding);
        const record = { start: 0, end: text.length };
        const edit = fixOf(new StringSource(text), { finding, start: finding.start, end: finding.end, record });
        assert.ok(edit);
        assert.equal(applyEdits(text, [edit]), wrap(eventOf(good)));
      });
});

describe('events compared with each other', () => {
  const events = (members: readonly string[]): string => members.map(eventOf).join('\n');
  const time = (second: number): string => `"eventTime": "2020-01-09T12:12:${String(second).padStart(2, '0')}Z"`;

  it('a duplicate is marked at its id, with the first one', () => {
    const text = events(['"eventId": "A-1"', '"eventId": "A-2"', '"eventId": "A-1"', '"eventId": "A-1"']);
    const found = of(FindingCode.DuplicateEvent, text);
    assert.deepEqual(
      found.map(({ marked, related }) => [marked, related?.row]),
      [
        ['A-1', 0],
        ['A-1', 0],
      ],
    );
  });

  it('equal hashes of other ids are no duplicates', () => {
    // Two texts of one FNV-1a hash, found by search.
    const text = events(['"eventId": "costarring"', '"eventId": "liquid"']);
    assert.deepEqual(of(FindingCode.DuplicateEvent, text), []);
  });

  it('of very many duplicates the first are shown, all are counted', () => {
    const text = events(Array.from({ length: 1_500 }, () => ''));
    assert.equal(of(FindingCode.DuplicateEvent, text).length, 1_000);
  });

  const ORDERS: readonly (readonly [string, readonly number[], readonly string[]])[] = [
    ['ascending', [1, 2, 3, 4, 5], []],
    ['descending, as answers of LookupEvents', [5, 4, 3, 2, 1], []],
    ['no order at all', [1, 5, 2, 4, 3, 6], []],
    ['one too early', [1, 2, 9, 3, 10, 11], ['2020-01-09T12:12:03Z']],
    ['one too late', [9, 8, 10, 7, 6], ['2020-01-09T12:12:10Z']],
    ['too few events to tell', [1, 3, 2], []],
    ['equal times', [1, 1, 1, 1, 1, 1], []],
  ];
  for (const [name, seconds, marked] of ORDERS)
    it(`order of time: ${name}`, () => {
      const text = events(seconds.map((second, index) => `"eventId": "${index}-x", ${time(second)}`));
      assert.deepEqual(
        of(FindingCode.TimeOrder, text).map((finding) => finding.marked),
        marked,
      );
    });

  const FILE = 'Actiontrail_cn-hangzhou_20200109121300_1002_1_900_0123456789abcdef0123456789abcdef';
  it('other regions are told once each, with how many events they have', () => {
    const text = events(['"acsRegion": "cn-shanghai"', '', '"acsRegion": "cn-shanghai"', '"acsRegion": "cn-beijing"']);
    const found = of(FindingCode.OtherRegion, text, `/x/${FILE}.gz`);
    assert.deepEqual(
      found.map(({ marked, data }) => [marked, data['count']]),
      [
        ['cn-shanghai', '2'],
        ['cn-beijing', '1'],
      ],
    );
    assert.deepEqual(of(FindingCode.OtherRegion, text, '/x/log.json'), []);
  });

  it('a global event may be anywhere, an event that the account received too', () => {
    const path = `/b/AliyunLogs/Actiontrail/rd-1/1234567890123456/cn-hangzhou/2020/01/09/${FILE}.gz`;
    const text = events([
      '"acsRegion": "cn-shanghai", "isGlobal": true',
      '"userIdentity": {"accountId": "1100000000000002"}, "recipientAccountId": "1234567890123456"',
    ]);
    assert.deepEqual(of(FindingCode.OtherRegion, text, path), []);
    assert.deepEqual(of(FindingCode.OtherAccount, text, path), []);
    const other = eventOf('"userIdentity": {"accountId": "1100000000000002"}');
    assert.deepEqual(
      of(FindingCode.OtherAccount, other, path).map((finding) => finding.marked),
      ['1100000000000002'],
    );
  });

  it('records of other products are told, and not checked as ours', () => {
    const aws = '{"eventVersion":"1.08","eventName":"RunInstances","awsRegion":"us-east-2","eventID":"e-1"}';
    const found = findingsOf(`${eventOf('')}\n${aws}`);
    assert.deepEqual(
      found.map(({ code, data }) => [code, data['product']]),
      [[FindingCode.LookAlike, 'aws']],
    );
  });
});
