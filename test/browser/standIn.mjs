// The stand-in of the services in test/cloud, for the browser tests.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages } from '../../scripts/host/packages.mjs';
import { knowledge } from '../../scripts/loader.mjs';
import { root } from '../../scripts/root.mjs';

const folder = join(root, 'test/cloud');
const outfile = join(root, 'out/browser/standIn.mjs');

/** What test/cloud has for services, logs and keys, built anew. */
export async function standInParts() {
  await ensurePackages('SQL engine and clients for the tests of the cloud', folder, ['--ignore-scripts']);
  await build({
    stdin: {
      contents: `export * from './standIn/server'; export * from './standIn/logService'; export * from './logs'; export { KEY, KEYS, spread } from './harness';`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [knowledge],
  });
  return import(pathToFileURL(outfile).href);
}
