import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';

/** A file that has not ended by then (ms) hangs. */
const LIMIT = '--test-timeout=900000';

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
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', LIMIT, '--test-reporter=spec', ...outputs], {
    stdio: 'inherit',
    cwd: root,
  });
  return run.status ?? 1;
}
