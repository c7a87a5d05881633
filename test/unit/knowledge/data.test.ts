import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

describe('data files follow their schemas', () => {
  for (const name of ['fields', 'regions', 'services', 'errors', 'resource-types', 'checks', 'techniques', 'effects']) {
    it(name, () => {
      const schema = read(`src/knowledge/schema/${name}.schema.json`) as object;
      const validate = new Ajv({ allErrors: true }).compile(schema);
      assert.equal(validate(read(`src/knowledge/data/${name}.json`)), true, JSON.stringify(validate.errors, null, 1));
      assert.equal(validate({ nonsense: true }), false);
    });
  }
});

describe('texts in data files', () => {
  for (const name of ['fields', 'errors', 'checks']) {
    it(`${name}: Chinese text has full-width punctuation`, () => {
      for (const [, text = ''] of readFileSync(`src/knowledge/data/${name}.json`, 'utf8').matchAll(
        /"zh": "((?:[^"\\]|\\.)*)"/g,
      )) {
        assert.doesNotMatch(text, /[\u4e00-\u9fff][,;?!()]/, text);
      }
    });
  }
});
