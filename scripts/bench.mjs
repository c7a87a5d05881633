// Measures: runs scripts/bench/NAME.mjs, all of them without a NAME.
// Usage: npm run bench [-- NAME …]
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const folder = join(root, 'scripts/bench');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.slice(0, -'.mjs'.length))
  .sort();
const [, , ...wanted] = process.argv;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`━━ ${name}`);
  const { bench } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  await bench();
}
