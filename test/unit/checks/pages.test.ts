import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DEFAULT_SEVERITY, FindingCode } from '../../../src/checks/finding';
import { allPages, pageOf } from '../../../src/checks/pages';
import { checkPages } from '../../../src/knowledge/checkPages';
import { findingsOf, logOf } from './logs';

const CODES = Object.values(FindingCode);
const source = readFileSync('src/checks/finding.ts', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { default?: unknown }>> }[];
  };
};
const settings = Object.assign(
  {},
  ...[manifest.contributes.configuration].flat().map(({ properties }) => properties),
) as Readonly<Record<string, { readonly default?: unknown }>>;

describe('every finding code', () => {
  it('has a page, in the order of the codes', () => {
    assert.deepEqual(
      checkPages().map(({ code }) => code),
      CODES,
    );
  });

  for (const code of CODES) {
    it(`${code}: has a line of documentation, and a setting with its severity`, () => {
      assert.match(source, new RegExp(`/\\*\\* [^\\n]+ \\*/\\n  \\w+ = '${code}',`));
      assert.equal(settings[`trail.severity.${code}`]?.default, DEFAULT_SEVERITY[code]);
    });

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
  for (const [name, language] of [
    ['docs/checks.md', 'en'],
    ['docs/checks.zh-CN.md', 'zh'],
  ] as const)
    it(`${name} is up to date: node scripts/checks.mjs`, () => {
      assert.equal(readFileSync(name, 'utf8'), allPages(language));
    });

  it('a page alone is a document of its own; what is no code has none', () => {
    assert.match(pageOf('secret', 'zh') ?? '', /^# secret\n\n默认级别：警告/);
    assert.equal(pageOf('../package.json', 'en'), undefined);
  });
});
