import { build } from 'esbuild';
import { knowledge } from './loader.mjs';

/** Bundles sources into a script that Node runs; `options` are esbuild's, `entryPoints` and where to among them. */
export async function bundleForNode(options) {
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [knowledge],
    ...options,
  });
}
