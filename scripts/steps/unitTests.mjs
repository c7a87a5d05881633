import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { knowledge } from '../loader.mjs';
import { runFiles } from './run.mjs';

/**
 * Bundles the tests below a folder, all or those whose path holds one of some parts, and runs them by Node's own test runner.
 * Gives the exit code.
 */
export async function runTests(folder, outdir, wanted) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts') && !name.split(sep).includes('node_modules'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .map((name) => join(folder, name));
  if (wanted.length === 0) rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir,
    outbase: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    logLevel: 'warning',
    plugins: [knowledge],
  });
  const outputs = files.map((name) => join(outdir, relative(folder, name).replace(/\.ts$/, '.mjs')));
  return runFiles(['--enable-source-maps'], outputs);
}
