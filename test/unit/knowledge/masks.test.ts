import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMasked } from '../../../src/knowledge/masks';

describe('masks', () => {
  const masked = [
    '****',
    'xxxx',
    'XX',
    '1187xxxxxxxx4544',
    '100.**.***.69',
    '192.168.XX.XX',
    '100.xx.xx.76',
    'STS.NUQNP4xxxxxxxx****',
    'TMP.3Ker6WKYHexxxxxxpRuQaM',
    'vsw-xxxxx',
    'sg-xxx',
    'LTAI5t...',
    'a1b2c3d4-...',
    '4****',
    '175***657',
    '10.10.**.**',
    '1755 **** 9657',
    '175 * * * 657',
    '12 ** 34',
    'LTAI xx xx 01',
    '100. ** . *** .69',
    'gw-0001**********rk08',
  ];
  for (const text of masked)
    it(`takes ${text} for masked`, () => {
      assert.equal(isMasked(text), true);
    });
  const plain = [
    '',
    '*',
    'acs:ecs:*:*:*',
    'vpc-*',
    '2 * 3',
    'a x b',
    'exxon',
    'xxl',
    'XXLJOB',
    'linux',
    'max',
    'https://example.com/x',
    'Loading the page...',
    '192.168.1.1',
    'cn-hangzhou',
  ];
  for (const text of plain)
    it(`takes '${text}' for real`, () => {
      assert.equal(isMasked(text), false);
    });
});
