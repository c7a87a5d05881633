// Writes src/knowledge/data/operations: the names of all operations of the vendor's public API metadata, and the licence under which they are passed on.
// Usage: node scripts/operations.mjs [FOLDER]; FOLDER is a checkout of aliyun-openapi-meta.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const META = process.argv[2] ?? join(root, '../shared/openapi-meta');
const TARGET = join(root, 'src/knowledge/data/operations');

const HEAD = `# The names of the operations of Alibaba Cloud's public APIs, by product and version; "!" marks those that are deprecated.
# Made from aliyun-openapi-meta (https://github.com/aliyun/aliyun-openapi-meta, Apache License 2.0; see LICENSE.txt) by scripts/operations.mjs,
# which takes codes, versions, names and marks, and leaves out all else.`;

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The product's code in the vendor's own casing, by its folder. */
const codes = new Map(read(join(META, 'metadatas/products.json')).products.map(({ code }) => [code.toLowerCase(), code]));

const products = readdirSync(join(META, 'zh-CN'))
  .sort(byText)
  .filter((folder) => existsSync(join(META, 'zh-CN', folder, 'version.json')))
  .map((folder) => ({ folder, ...read(join(META, 'zh-CN', folder, 'version.json')) }))
  .filter(({ apis }) => Object.keys(apis).length > 0)
  .map(({ folder, version, apis }) => {
    const names = Object.keys(apis).sort(byText);
    return [
      `= ${codes.get(folder) ?? folder} ${version}`,
      ...names.map((name) => (apis[name].deprecated === true ? `${name}!` : name)),
    ];
  });

mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'names.txt'), `${[HEAD, ...products.flat()].join('\n')}\n`);
writeFileSync(join(TARGET, 'LICENSE.txt'), readFileSync(join(META, 'LICENSE')));
console.log(`${String(products.length)} products, ${String(products.flat().length - products.length)} operations`);
