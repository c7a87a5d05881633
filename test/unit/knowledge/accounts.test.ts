import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountIdKind } from '../../../src/knowledge/accounts';

describe('account ids', () => {
  const cases: readonly (readonly [string, ReturnType<typeof accountIdKind>])[] = [
    ['43274', 'digits'],
    ['1234567890', 'digits'],
    ['1187000000004544', 'digits'],
    ['4****', 'masked'],
    ['1187xxxxxxxx4544', 'masked'],
    ['106**********811', 'masked'],
    ['175***657', 'masked'],
    ['', 'empty'],
    ['1234', 'bad'],
    ['288153348682784898', 'bad'],
    ['123456789012345678901', 'bad'],
    ['alice', 'bad'],
    ['12345678a', 'bad'],
    [' 1187000000004544', 'bad'],
    ['1.187e15', 'bad'],
  ];
  for (const [text, kind] of cases)
    it(`'${text}' is ${kind}`, () => {
      assert.equal(accountIdKind(text), kind);
    });
});
