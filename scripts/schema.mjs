// Writes syntaxes/trail-event.schema.json from the table of fields: what plain JSON files that hold a log are completed and explained by.
// Usage: node scripts/schema.mjs [--check]   with --check it only says whether the file is up to date
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { knowledge } from './loader.mjs';
import { root } from './root.mjs';

const file = join(root, 'syntaxes/trail-event.schema.json');
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/knowledge/eventSchema.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  plugins: [knowledge],
});
const { logSchema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
const options = await prettier.resolveConfig(file);
const text = await prettier.format(JSON.stringify(logSchema()), { ...options, parser: 'json' });
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('syntaxes/trail-event.schema.json is not up to date: node scripts/schema.mjs');
  process.exit(1);
}
