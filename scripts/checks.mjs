// Writes docs/checks.md and docs/checks.zh-CN.md, what is said of every finding, from src/knowledge/data/checks.json and the codes' own facts.
// Usage: node scripts/checks.mjs [--check]   with --check it only says whether the files are up to date
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge } from './loader.mjs';
import { root } from './root.mjs';

const { outputFiles } = await build({
  entryPoints: [join(root, 'src/checks/pages.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [knowledge],
});
const { allPages } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
for (const [name, language] of [
  ['docs/checks.md', 'en'],
  ['docs/checks.zh-CN.md', 'zh'],
]) {
  const file = join(root, name);
  if (!process.argv.includes('--check')) writeFileSync(file, allPages(language));
  else if (readFileSync(file, 'utf8') !== allPages(language)) {
    console.error(`${name} is not up to date: node scripts/checks.mjs`);
    process.exitCode = 1;
  }
}
