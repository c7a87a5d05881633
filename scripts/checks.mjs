// Writes from src/knowledge/data/checks.json, in which each check has one entry, all else that names the checks: src/checks/codes.ts, the setting
// `trail.severity` in package.json with its texts in both languages, the tables of both READMEs, docs/checks.md and docs/checks.zh-CN.md.
// Usage: npm run checks [-- --check]   with --check it only says which files are not up to date
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { codesOf } from './checks/codes.mjs';
import { pagesOf } from './checks/pages.mjs';
import { manifestOf, textsOf } from './checks/settings.mjs';
import { readmeOf } from './checks/table.mjs';
import { root } from './root.mjs';

const isCheck = process.argv.includes('--check');
const read = (name) => readFileSync(join(root, name), 'utf8');
const checks = JSON.parse(read('src/knowledge/data/checks.json'));

/** Each file by what it is made of: its text as it is, and the language. Pages are made by the extension's own code, which needs the codes: they come first. */
const FILES = [
  ['src/checks/codes.ts', () => codesOf(checks)],
  ['package.json', (text) => manifestOf(text, checks)],
  ['package.nls.json', (text) => textsOf(text, checks, 'en')],
  ['package.nls.zh-cn.json', (text) => textsOf(text, checks, 'zh')],
  ['README.md', (text) => readmeOf(text, checks, 'en')],
  ['README.zh-CN.md', (text) => readmeOf(text, checks, 'zh')],
  ['docs/checks.md', () => pagesOf('en')],
  ['docs/checks.zh-CN.md', () => pagesOf('zh')],
];

async function formatted(name, text) {
  const filepath = join(root, name);
  const { ignored } = await prettier.getFileInfo(filepath, { ignorePath: join(root, '.prettierignore') });
  return ignored ? text : prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}

for (const [name, textOf] of FILES) {
  const before = existsSync(join(root, name)) ? read(name) : '';
  const after = await formatted(name, await textOf(before));
  if (after === before) continue;
  if (!isCheck) writeFileSync(join(root, name), after);
  else {
    console.error(`${name} is not up to date: npm run checks`);
    process.exitCode = 1;
  }
}
