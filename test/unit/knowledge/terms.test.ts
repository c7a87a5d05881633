import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FORBIDDEN } from './terms';

const FOLDER = 'src/knowledge/data';
/** What a text quotes from a log. */
const CODE = /`[^`]*`/g;

/** Texts of a JSON value; keys, and what stands for itself in code (patterns, examples of damage, names that others gave), are none. */
function texts(value: unknown, path = ''): string[] {
  if (typeof value === 'string')
    return /\/(?:bad|good|match|pattern|code|name|service|source|aliases|techniques)(?:\/|$)/.test(path) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, path));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}/${key}`));
  return [];
}

const files = [
  ...readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.startsWith('events'))
    .map((name) => join(FOLDER, name)),
  'package.nls.json',
  'package.nls.zh-cn.json',
  'l10n/bundle.l10n.zh-cn.json',
];

describe('one thing has one term', () => {
  for (const file of files) {
    it(file, () => {
      const said = texts(JSON.parse(readFileSync(file, 'utf8'))).map((text) => text.replace(CODE, ''));
      assert.ok(said.length > 0);
      assert.deepEqual(
        said.flatMap((text) => FORBIDDEN.filter(([wrong]) => wrong.test(text)).map(([, right]) => `"${text}": better ${right}`)),
        [],
      );
    });
  }
});
