import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorOf, isSuccess } from '../../../src/knowledge/errors';
import { isNoValue } from '../../../src/knowledge/placeholders';
import { FAILURES, NO_FAILURES } from './errorTexts';

describe('an error that is none', () => {
  for (const text of NO_FAILURES)
    it(JSON.stringify(text), () => {
      assert.equal(isSuccess(text), true);
      assert.equal(errorOf(text, text), '');
      assert.equal(errorOf(text, 'Forbidden'), 'Forbidden');
      assert.equal(errorOf('Forbidden', text), 'Forbidden');
    });
  for (const text of FAILURES)
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(isSuccess(text), false);
      assert.equal(errorOf(text, undefined), text);
      assert.equal(errorOf(undefined, text), text);
    });
});

it('cells that hold no value', () => {
  for (const text of ['', ' ', 'null', 'NULL', 'None', 'nil', 'undefined', 'N/A', '-', '--', ' null '])
    assert.equal(isNoValue(text), true, text);
  for (const text of ['none', 'Nil', 'OK', '0', '---', 'Nonesuch', 'false', '[]']) assert.equal(isNoValue(text), false, text);
});
