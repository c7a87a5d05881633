import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];

/** The packages whose code is in the bundles, sorted; `results` are esbuild's. */
export function bundledPackages(results) {
  const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const names = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => PACKAGE.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** What is known of the vendor's operations is passed on too. */
const OPERATIONS = join(root, 'src/knowledge/data/operations');

function dataNotice() {
  const about = readFileSync(join(OPERATIONS, 'names.txt'), 'utf8').match(/^#.*$/gm) ?? [];
  const licence = readFileSync(join(OPERATIONS, 'LICENSE.txt'), 'utf8').trim();
  return `${about.map((line) => line.replace(/^# ?/, '')).join('\n')}\n\n${licence}\n`;
}

/** The licences of packages whose code is passed on, and of data that were not made here, as these licences ask for. */
export function notices(packages) {
  const parts = packages.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = LICENCE_FILES.map((one) => join(folder, one)).find(existsSync);
    if (!file) throw new Error(`${name} is in the bundle but has no licence file to pass on.`);
    return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
  });
  const intro = `The extension holds code of ${String(parts.length)} other packages, and names of operations that the vendor publishes.\n`;
  return [intro, ...parts, dataNotice()].join(`\n${'-'.repeat(80)}\n\n`);
}
