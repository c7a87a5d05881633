import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { grammar } from '../../../scripts/grammar/grammar.mjs';
import { GRAMMAR, innermost, tokenize } from './tokens';

const KEY = 'support.type.property-name.json';

test('the grammar file is the one that the script makes', () => {
  assert.deepEqual(JSON.parse(readFileSync(GRAMMAR, 'utf8')), JSON.parse(JSON.stringify(grammar())));
});

test('each kind of field has its own colour, in both casings', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['eventName', 'RunInstances', 'entity.name.function.event'],
    ['eventTime', '2026-03-02T01:00:00Z', 'constant.numeric.date'],
    ['eventTime', '2020-12-01T11:54:59.366+0000', 'constant.numeric.date'],
    ['eventTime', '****-**-**', 'constant.numeric.date'],
    ['errorCode', 'Forbidden.RAM', 'invalid.failure'],
    ['errorMessage', 'not authorized', 'invalid.failure'],
    ['accountId', '1187xxxxxxxx4544', 'variable.other.constant.account'],
    ['recipientAccountId', '1100000000000011', 'variable.other.constant.account'],
    ['principalId', '3000:session', 'entity.name.type.principal'],
    ['userName', 'li.na', 'entity.name.type.principal'],
    ['accessKeyId', 'TMP.3Kexxxx', 'keyword.control.access-key'],
    ['accessKeySecret', 'whatever', 'string.regexp.secret'],
    ['securityToken', 'whatever', 'string.regexp.secret'],
    ['sourceIpAddress', 'Internal', 'constant.language.address'],
    ['sourceIPAddress', '100.xx.xx.76', 'constant.language.address'],
    ['acsRegion', 'cn-shanghai', 'string.quoted.double'],
  ];
  for (const [key, value, scope] of cases)
    for (const name of [key, key.charAt(0).toUpperCase() + key.slice(1)]) {
      const line = `  "${name}": "${value}",`;
      assert.equal(innermost(line, value), scope, line);
      assert.equal(innermost(line, name), KEY, line);
      assert.equal(innermost(line, ','), 'punctuation.separator.element', line);
    }
});

test('success is not coloured as a failure', () => {
  for (const value of ['', 'success', '000000', '200', 'OK']) {
    const tokens = tokenize(`"errorCode": "${value}", "ErrCode":"${value}"`);
    assert.ok(!tokens.some(({ scopes }) => scopes.includes('invalid.failure')), value);
  }
  assert.equal(innermost('"errorCode": 403', '403'), 'invalid.failure');
  assert.equal(innermost('"errorCode": 200', '200'), 'constant.numeric');
});

test('values show by their shape what they are', () => {
  assert.equal(innermost('"any": "2026-03-02 01:00:00"', '2026-03-02 01:00:00'), 'constant.numeric.date');
  assert.equal(innermost('["LTAI5tEXAMPLEexample"]', 'LTAI5tEXAMPLEexample'), 'keyword.control.access-key');
  assert.equal(innermost('"Cidr": "192.0.2.0/24"', '192.0.2.0/24'), 'constant.language.address');
  assert.equal(innermost('"Ip": "2001:db8::1"', '2001:db8::1'), 'constant.language.address');
  assert.equal(innermost('"Ip": "not 192.0.2.1"', 'not 192.0.2.1'), 'string.quoted.double');
});

test('flattened names of log service queries count as fields', () => {
  assert.equal(innermost('"event.eventName": "StopLogging"', 'StopLogging'), 'entity.name.function.event');
  assert.equal(innermost('"event.userIdentity.accountId": "11"', '11'), 'variable.other.constant.account');
});

test('plain JSON values', () => {
  const line = '{"a": [true, null, -1.5e+3, "x\\n\\u4e2d"]}';
  assert.equal(innermost(line, 'true'), 'constant.language');
  assert.equal(innermost(line, '-1.5e+3'), 'constant.numeric');
  assert.equal(innermost(line, '\\n'), 'constant.character.escape');
  assert.equal(innermost(line, '\\u4e2d'), 'constant.character.escape');
  assert.equal(innermost(line, '['), 'punctuation.definition.array.begin');
});
