import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessKeyKind, describeAccessKey } from '../../../src/knowledge/accessKeys';

describe('access keys', () => {
  const cases: readonly (readonly [string, ReturnType<typeof accessKeyKind>, boolean])[] = [
    ['LTAI0000000000000000FAKE', 'long-term', false],
    ['LTAI4xxxxxxxxxxxxxxxxxxx', 'long-term', true],
    ['LTAI5t...', 'long-term', true],
    ['STS.NUQNP4xxxxxxxx****', 'temporary', true],
    ['STS.****************', 'temporary', true],
    ['TMP.3Ker6WKYHexxxxxxpRuQaM', 'console', true],
    ['f6IzzFZMmzNwFAKE', 'old', false],
    ['f6Iz********EI4d', 'old', true],
    ['****', 'masked', true],
    ['', 'empty', false],
    ['AKIAFAKEFAKEFAKEFAKE', 'unknown', false],
    ['hello', 'unknown', false],
  ];
  for (const [id, kind, masked] of cases) {
    it(`'${id}' is ${kind}`, () => {
      assert.equal(accessKeyKind(id), kind);
      assert.equal(describeAccessKey(id).masked, masked);
      assert.match(describeAccessKey(id).meaning.zh, /访问密钥/);
    });
  }
});
