import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_SEVERITY, FIXABLE, FindingCode } from '../../src/checks/finding';
import { faultsOf } from './localisation/chinese';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: { readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[] };
}

const ROOT = process.cwd();
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

/** The words of a README for what its table of codes says. */
const READMES = [
  {
    name: 'README.md',
    yes: 'yes',
    severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' },
  },
  {
    name: 'README.zh-CN.md',
    yes: '是',
    severity: { error: '错误', warning: '警告', information: '信息', hint: '提示', off: '关闭' },
  },
] as const;

/** The cells of every table row. */
const rows = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
const withoutFences = (text: string): string => text.replace(/^```[^]*?^```$/gm, '');
/** Everything in code marks, in cells that name things. */
const named = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ''));

for (const { name, yes, severity } of READMES) {
  const text = read(name);

  test(`${name} lists every finding code with its severity and whether there is a fix`, () => {
    const codes = rows(text)
      .filter(([code]) => (Object.values(FindingCode) as string[]).includes(code?.replaceAll('`', '') ?? ''))
      .map(([code, level, fix]) => [code, level, fix]);
    assert.deepEqual(
      codes,
      Object.values(FindingCode).map((code) => [
        `\`${code}\``,
        severity[DEFAULT_SEVERITY[code]],
        FIXABLE.includes(code) ? yes : '',
      ]),
    );
  });

  test(`${name} names every setting, script and package, and none that is not there`, () => {
    const codes = named(withoutFences(text));
    const properties = manifest.contributes.configuration.flatMap((group) => Object.keys(group.properties));
    const settings = properties;
    for (const setting of settings) assert.ok(codes.has(setting), setting);
    for (const code of codes) if (/^trail\.\w+(\.\w+)*$/.test(code)) assert.ok(settings.includes(code), `no setting ${code}`);
    const scripts = rows(text).flatMap(([cell]) => /^`npm (?:run )?([\w:]+)`$/.exec(cell ?? '')?.[1] ?? []);
    assert.deepEqual([...scripts].sort(), Object.keys(manifest.scripts).sort());
    const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].sort();
    const part = text.slice(text.search(/^## (Dependencies and why|依赖及理由)$/m));
    assert.deepEqual(
      rows(part)
        .flatMap(([cell]) => [...named(cell ?? '')])
        .sort(),
      packages,
    );
  });

  test(`${name} links to what exists`, () => {
    for (const [, link = ''] of text.matchAll(/\]\(([^)]*)\)/g)) assert.ok(existsSync(join(ROOT, dirname(name), link)), link);
  });

  test(`${name} names the version and no machine`, () => {
    const versions = [...text.matchAll(/trail-log-inspector-([\d.]+)\.vsix/g)].map(([, version]) => version);
    assert.deepEqual([...new Set(versions)], [manifest.version]);
    assert.doesNotMatch(text, /\/(?:root|home|Users|work|tmp)\/|localhost|registry|npmjs|npmmirror/);
  });
}

test('both READMEs have the same parts', () => {
  const outline = (text: string): readonly string[] => withoutFences(text).match(/^(?:#+ |\| --- |!\[|<!--[^>]*)/gm) ?? [];
  assert.deepEqual(outline(read('README.zh-CN.md')), outline(read('README.md')));
});

test('the Chinese README keeps the rules of Chinese punctuation', () => {
  const text = withoutFences(read('README.zh-CN.md')).replace(/<!--.*-->|!\[.*\]\(.*\)|\]\([^)]*\)|[*[\]]/g, '');
  const lines = text.split(/\n|\|/).map((line) => line.trim());
  for (const line of lines) assert.deepEqual(faultsOf(line), [], line);
});
