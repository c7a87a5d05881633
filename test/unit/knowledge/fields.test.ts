import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { casingOf, toCasing } from '../../../src/knowledge/casing';
import { allFields, eventFields, fieldAt, fieldNamed, fieldsBelow, identityFields } from '../../../src/knowledge/fields';
import { nearMiss } from '../../../src/knowledge/nearMiss';

const CHINESE = /[\u4e00-\u9fff]/;

describe('field tables', () => {
  it('give each field a sentence in both languages', () => {
    for (const field of allFields()) {
      const where = field.path.join('.');
      assert.match(field.meaning.zh, CHINESE, where);
      assert.match(field.meaning.zh, /。$/, where);
      assert.doesNotMatch(field.meaning.en, CHINESE, where);
      assert.match(field.meaning.en, /\.$/, where);
      assert.ok(field.types.length > 0, where);
      for (const { value, meaning } of field.values) {
        assert.match(meaning.zh, CHINESE, `${where}=${value}`);
        assert.doesNotMatch(meaning.en, CHINESE, `${where}=${value}`);
      }
    }
  });
  it('hold no field twice', () => {
    const seen = allFields().map((field) => `${field.scope} ${field.path.join('.')}`);
    assert.deepEqual(
      seen.filter((name, index) => seen.indexOf(name) !== index),
      [],
    );
  });
  it('ask for what the documentation of 2020 requires', () => {
    const required = eventFields().filter((field) => field.required);
    assert.deepEqual(required.map((field) => field.name).sort(), [
      'acsRegion',
      'eventId',
      'eventName',
      'eventSource',
      'eventTime',
      'eventType',
      'eventVersion',
      'requestId',
      'serviceName',
      'sourceIpAddress',
      'userAgent',
      'userIdentity',
    ]);
  });
  it('list the fields of the identity', () => {
    const names = identityFields().map((field) => field.name);
    for (const name of ['type', 'principalId', 'accountId', 'accessKeyId', 'userName', 'sessionContext', 'InvokedBy', 'Arn'])
      assert.ok(names.includes(name), name);
  });
  it('list what stands below a path', () => {
    assert.deepEqual(
      fieldsBelow(['insightDetails', 'insightContext', 'attributions', 0]).map((field) => field.name),
      ['attribution', 'insight', 'baseline'],
    );
  });
});

describe('fieldAt', () => {
  const found: readonly (readonly [readonly (string | number)[], string, string])[] = [
    [['eventName'], 'event', 'eventName'],
    [['EventName'], 'event', 'eventName'],
    [['isBlack'], 'event', 'IsBlack'],
    [['UserIdentity', 'Type'], 'identity', 'type'],
    [['userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated'], 'session', 'mfaAuthenticated'],
    [['userIdentity', 'sessionAttributes', 'creationDate'], 'session', 'creationDate'],
    [[3, 'eventName'], 'event', 'eventName'],
    [['Events', 0, 'eventName'], 'event', 'eventName'],
    [['body', 'Events', '*', 'userIdentity', 'type'], 'identity', 'type'],
    [['Events', 0, 'EventName'], 'event', 'eventName'],
    [['Events', 0, 'Source'], 'envelope', 'Source'],
    [['Events', 0, 'UsedTimestamp'], 'envelope', 'UsedTimestamp'],
    [['Events', 0, 'Detail', 'acsRegion'], 'event', 'acsRegion'],
    [['event', 'userIdentity', 'accountId'], 'identity', 'accountId'],
    [['event.userIdentity.accountId'], 'identity', 'accountId'],
    [['event.eventName'], 'event', 'eventName'],
    [['data', 'eventTime'], 'event', 'eventTime'],
    [['__topic__'], 'collector', '__topic__'],
    [['referencedResources', 'ACS::ECS::Instance'], 'event', '*'],
    [['requestParameters', 'AcsHost'], 'gateway', 'AcsHost'],
    [['RequestParameters', 'acsHost'], 'gateway', 'AcsHost'],
    [['requestParameters', ' charset'], 'gateway', 'charset'],
    [['requestParameterJson', 'AcsProduct'], 'gateway', 'AcsProduct'],
    [['requestParameters', 'UserClientIp'], 'gateway', 'userClientIp'],
    [['requestParameters', 'stsTokenCallerUid'], 'gateway', 'stsToken*'],
    [['requestParameters', 'X-Acs-Source'], 'gateway', 'X-Acs-*'],
    [['RequestParameters', 'VSwitchIds'], 'parameter', 'VSwitchIds'],
    [['requestParameters', 'NetworkInterface.1.VSwitchId'], 'parameter', 'VSwitchId'],
    [['requestParameters', 'Tag.1'], 'parameter', 'Tag'],
    [['requestParameters', 'LookupAttribute.1.Key'], 'parameter', 'LookupAttribute'],
    [['additionalEventData', '2105464****', 'articleConfig', 'vm_cpu'], 'additional', '*'],
    [['responseElements', 'ErrCode'], 'response', 'ErrCode'],
    [['responseElements', 'credentials', 'accessKeySecret'], 'response', 'AccessKeySecret'],
    [['responseElements', 'InstanceId'], 'parameter', 'InstanceId'],
    [['additionalEventData', 'mfaChecked'], 'additional', 'mfaChecked'],
    [['addionalEventData', 'isMFAChecked'], 'additional', 'isMFAChecked'],
    [['addionalEventData'], 'event', 'additionalEventData'],
    [['additionalEventData', '2105464****', 'resourceId'], 'additional', 'resourceId'],
    [['insightDetails', 'insightContext', 'attributions', 0, 'attribution'], 'insight', 'attribution'],
  ];
  for (const [path, scope, name] of found) {
    it(path.join('/'), () => {
      const field = fieldAt(path);
      assert.equal(field?.name, name);
      assert.equal(field?.scope, scope);
    });
  }
  const missing: readonly (readonly (string | number)[])[] = [
    [],
    ['nonsense'],
    ['awsRegion'],
    ['EventID'],
    ['eventname'],
    ['userIdentity', 'eventName'],
    ['requestParameters', 'Nonsense'],
    ['eventName', 'type'],
    ['additionalEventData', 'nonsense'],
    ['constructor'],
    ['__proto__'],
  ];
  for (const path of missing)
    it(`knows no ${path.join('/')}`, () => {
      assert.equal(fieldAt(path), undefined);
    });

  it('marks what the gateway adds', () => {
    for (const name of [
      'AcsHost',
      'HostId',
      'AcsProduct',
      'charset',
      'ClientPort',
      'stsTokenPlayerUid',
      'X-Acs-Client-Tls-Version',
      'Is4Service',
    ]) {
      assert.equal(fieldAt(['requestParameters', name])?.gateway, true, name);
    }
    assert.equal(fieldAt(['requestParameters', 'InstanceId'])?.gateway, false);
  });
  it('gives the values of open and closed sets', () => {
    assert.equal(fieldNamed('eventType')?.values.length, 18);
    assert.equal(fieldNamed('eventType')?.open, true);
    assert.deepEqual(
      fieldNamed('eventCategory')?.values.map((entry) => entry.value),
      ['Management', 'Data', 'Insight'],
    );
    assert.equal(fieldNamed('eventCategory')?.open, false);
    assert.equal(fieldNamed('eventRW')?.open, true);
  });
});

describe('nearMiss', () => {
  const misses: readonly (readonly [string, string, readonly string[]])[] = [
    ['sourceIPAddress', 'sourceIpAddress', []],
    ['SourceIPAddress', 'SourceIpAddress', []],
    ['source_ip_address', 'sourceIpAddress', []],
    ['eventID', 'eventId', []],
    ['requestID', 'requestId', []],
    ['addionalEventData', 'additionalEventData', []],
    ['userIdentiy', 'userIdentity', []],
    ['UserIdentiy', 'UserIdentity', []],
    ['eventname', 'eventName', []],
    ['evnetName', 'eventName', []],
    ['serviceNmae', 'serviceName', []],
    ['eventRw', 'eventRW', []],
    ['acsregion', 'acsRegion', []],
    ['principalID', 'principalId', ['userIdentity']],
    ['AccessKeyID', 'AccessKeyId', ['UserIdentity']],
    ['mfaAuthenticate', 'mfaAuthenticated', ['userIdentity', 'sessionContext', 'attributes']],
  ];
  for (const [wrong, right, path] of misses)
    it(`${wrong} → ${right}`, () => {
      assert.equal(nearMiss(wrong, { path }), right);
    });

  it('gives the casing asked for', () => {
    assert.equal(nearMiss('sourceIPAddress', { path: [], casing: 'Pascal' }), 'SourceIpAddress');
    assert.equal(nearMiss('SourceIPAddress', { path: [], casing: 'lowerCamel' }), 'sourceIpAddress');
    assert.equal(nearMiss('source-ip-address', { path: [], casing: 'Pascal' }), 'SourceIpAddress');
  });

  const none: readonly (readonly [string, readonly string[]])[] = [
    ['eventName', []],
    ['EventName', []],
    ['awsRegion', []],
    ['AwsRegion', []],
    ['owner_id', []],
    ['eventDate', []],
    ['eventData', []],
    ['eventCode', []],
    ['resourceTime', []],
    ['trace_name', []],
    ['Records', []],
    ['vpcIds', []],
    ['abc', []],
    ['', []],
    ['AcsHosts', ['requestParameters']],
    ['requestID', ['responseElements']],
    ['ACS::ECS::Instanc', ['referencedResources']],
    ['eventID', ['requestParameters', 'x']],
  ];
  for (const [name, path] of none)
    it(`says nothing of '${name}' in '${path.join('.')}'`, () => {
      assert.equal(nearMiss(name, { path }), undefined);
    });
});

describe('casing', () => {
  it('is told and changed', () => {
    assert.equal(casingOf('eventName'), 'lowerCamel');
    assert.equal(casingOf('EventName'), 'Pascal');
    assert.equal(casingOf('owner_id'), 'neither');
    assert.equal(casingOf('__topic__'), 'neither');
    assert.equal(casingOf(''), 'neither');
    assert.equal(toCasing('sourceIpAddress', 'Pascal'), 'SourceIpAddress');
    assert.equal(toCasing('IsBlack', 'lowerCamel'), 'isBlack');
    assert.equal(toCasing('owner_id', 'Pascal'), 'owner_id');
  });
});

describe('fields of real records', { skip: !existsSync('../shared/samples') && 'no samples here' }, () => {
  const folder = '../shared/samples';
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.json') && !/^(negative|api-Describe)/.test(name))
    : [];
  for (const name of names) {
    it(name, () => {
      let value: unknown;
      try {
        value = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
      } catch {
        return; // Damaged samples are for the scanner's tests.
      }
      check(value, []);
    });
  }

  function check(value: unknown, path: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) check(item, [...path, '*']);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      assert.ok(fieldAt([...path, key]) !== undefined || nearMiss(key, { path }) !== undefined, [...path, key].join('.'));
      if (/^(events|event|userIdentity|sessionContext|attributes|sessionAttributes|detail|body)$/i.test(key))
        check(inner, [...path, key]);
    }
  }
});
