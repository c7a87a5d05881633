import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Foreign } from '../../../src/trail/shape';

const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));

/** A new kind of log that is no trail must be named here, and then in package.json. */
const FOREIGN: Readonly<Record<Foreign, true>> = {
  aws: true,
  'oss-notification': true,
  'platform-operation': true,
  'huawei-cts': true,
  tencent: true,
  ctyun: true,
  empty: true,
  binary: true,
  'not-json': true,
  'no-events': true,
  none: true,
};

describe('the welcome view', () => {
  const { contributes } = read('package.json') as {
    contributes: { viewsWelcome: readonly { view: string; contents: string; when: string }[] };
  };
  const states = ['none', 'no-events', ...Object.keys(FOREIGN).map((name) => `foreign-${name}`)];
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const words = read(file) as Record<string, string>;
    for (const state of states) {
      test(`${file} has words for ${state}`, () => {
        const entries = contributes.viewsWelcome.filter(({ when }) => when === `trail.explorer.state == ${state}`);
        assert.equal(entries.length, 1);
        assert.ok(words[entries[0]?.contents.replaceAll('%', '') ?? '']);
      });
    }
  }
});
