import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { DEFAULT_SEVERITY, FindingCode } from '../../../src/checks/finding';
import { pageOf } from '../../../src/checks/pages';
import { checkPages } from '../../../src/knowledge/checkPages';
import { findingsOf, logOf } from './logs';

const CODES = Object.values(FindingCode);
describe('every finding code', () => {
  it('has a page, in the order of the codes', () => {
    assert.deepEqual(
      checkPages().map(({ code }) => code),
      CODES,
    );
  });

  for (const code of CODES) {
    it(`${code}: the bad example has the finding, the good one has none that is worse than information`, () => {
      const page = checkPages().find((one) => one.code === code);
      assert.ok(page);
      assert.ok(
        findingsOf(logOf(page.bad), page.bad.file).some((finding) => finding.code === code),
        logOf(page.bad),
      );
      const good = findingsOf(logOf(page.good), page.good.file);
      assert.deepEqual(
        good.filter((finding) => finding.code === code || ['error', 'warning'].includes(DEFAULT_SEVERITY[finding.code])),
        [],
      );
    });
  }
});

describe('the documents', () => {
  it('and all else that is written from the table of checks are up to date: npm run checks', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/checks.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('a page alone is a document of its own; what is no code has none', () => {
    assert.match(pageOf('secret', 'zh') ?? '', /^# secret\n\n默认级别：警告/);
    assert.equal(pageOf('../package.json', 'en'), undefined);
  });
});
