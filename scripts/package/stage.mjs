import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { bundleSmall } from './bundle.mjs';
import { bundledPackages, notices } from './notices.mjs';
import { packagedReadme } from './readme.mjs';

/** Data that nobody opens: the sample log stays as it is laid out. */
const MACHINE_READ = /^(?:package(?:\.nls.*)?|l10n.*|syntaxes.*)\.json$/;

/**
 * Copies what may enter the package into a folder of its own, with the bundles; .vscodeignore chooses among it. Gives its path, the version, and what esbuild says of each bundle.
 * vsce would find the same in the repository, but it compares each of 12,000 files of the test hosts with each pattern, for 10 seconds.
 */
export async function stagePackage() {
  const folder = join(root, 'out/package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', '.vscodeignore', 'CHANGELOG.md', 'LICENSE'];
  const folders = ['l10n', 'media', 'syntaxes', 'samples', 'src'];
  for (const name of [...files, ...folders].filter((one) => existsSync(join(root, one))))
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) if (MACHINE_READ.test(name)) minify(join(folder, name));
  writeFileSync(join(folder, 'README.md'), packagedReadme());
  const results = await bundleSmall(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/third-party-notices.txt'), notices(bundledPackages(results)));
  return { folder, version, results };
}

function minify(file) {
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
}
