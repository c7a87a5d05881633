// How the names of the vendor's public APIs are explained: built in, derived or borrowed, and how many Chinese texts have English left in them.
// Usage: node scripts/meanings.mjs [--words] [FOLDER]; FOLDER is a checkout of aliyun-openapi-meta, --words lists the English words that are left.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { root } from './root.mjs';

const outfile = join(root, 'out/meanings.mjs');
await bundleForNode({ entryPoints: [join(root, 'scripts/meanings/measure.ts')], outfile });
const { measure } = await import(pathToFileURL(outfile).href);
const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--')) ?? join(root, '../shared/openapi-meta');
const { total, rows, words } = measure(folder);
console.log(`${String(total)} names`);
for (const [title, count] of rows)
  console.log(`${title.padEnd(34)}${String(count).padStart(7)}${((count / total) * 100).toFixed(1).padStart(7)} %`);
if (args.includes('--words')) console.log(words.map(([word, count]) => `${word} ${String(count)}`).join('\n'));
