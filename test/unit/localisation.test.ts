import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf, hasChinese } from './localisation/chinese';
import { messagesOf } from './localisation/messages';

type Texts = Readonly<Record<string, string>>;

const ROOT = process.cwd();
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const texts = (name: string): Texts => (existsSync(join(ROOT, name)) ? (JSON.parse(read(name)) as Texts) : {});

const english = texts('package.nls.json');
const chinese = texts('package.nls.zh-cn.json');
const bundle = texts('l10n/bundle.l10n.zh-cn.json');
const { found, unclear } = messagesOf(join(ROOT, 'src'));

/** Names that Chinese text writes as they are. */
const NAMES = /ActionTrail|CSV|JSON Lines|JSON/g;
/** Translations that need no Chinese character: nothing but values, names and marks. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replace(/\{\d+\}/g, '').replace(NAMES, ''));
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

/** Keys that a file holds twice: JSON.parse keeps only the last. */
function repeated(name: string): readonly string[] {
  const keys = existsSync(join(ROOT, name))
    ? [...read(name).matchAll(/^ {2}("(?:[^"\\]|\\.)*"):/gm)].map(([, key]) => key ?? '')
    : [];
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

test('the manifest has its texts in both languages, and no others', () => {
  const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
});

test('every text that the extension says has a Chinese one', () => {
  assert.deepEqual(unclear, [], 'pass a literal, or an entry of a table of literals in the same file');
  assert.ok(found.length > 0);
  assert.deepEqual(
    found.filter(({ text }) => !(text in bundle)),
    [],
  );
});

test('no translation is left over', () => {
  const used = new Set(found.map(({ text }) => text));
  assert.deepEqual(
    Object.keys(bundle).filter((text) => !used.has(text)),
    [],
  );
});

test('no file of texts holds a key twice', () => {
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'])
    assert.deepEqual(repeated(name), [], name);
});

test('a translation takes the same values', () => {
  const pairs = [...Object.entries(bundle), ...Object.entries(english).map(([key, text]) => [text, chinese[key] ?? ''] as const)];
  for (const [text, translated] of pairs) assert.deepEqual(placeholders(translated), placeholders(text), text);
});

test('Chinese is Chinese, with its marks', () => {
  for (const text of [...Object.values(chinese), ...Object.values(bundle)]) {
    assert.ok(hasChinese(text) || isWordless(text), `no Chinese: ${text}`);
    assert.deepEqual(faultsOf(text), [], text);
  }
});

test('the rules find what they are there for', () => {
  for (const text of ['你好,世界', '事件(失败)', '"事件"', '共3个', '读取中...', '事件 名称', '时间： UTC', '完成.'])
    assert.notDeepEqual(faultsOf(text), [], text);
  for (const text of [
    '你好，世界',
    '事件（失败）',
    '“事件”',
    '共 3 个',
    '读取中…',
    '`a,b` 事件',
    '时间：UTC',
    '{0}：{1}',
    '`.json`、`.log` 文件',
  ])
    assert.deepEqual(faultsOf(text), [], text);
});
