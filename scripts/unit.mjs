// Unit tests: every test/unit/**/*.test.ts, bundled by esbuild and run by Node's own test runner.
// Usage: node scripts/unit.mjs [part of a file name …]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';
import { knowledge } from './loader.mjs';

const wanted = process.argv.slice(2);
const folder = join(root, 'test/unit');
const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, String(name)))
  .filter(
    (name) => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((part) => relative(folder, name).includes(part))),
  );
/** A file that has not ended by then (ms) hangs. */
const LIMIT = '--test-timeout=900000';
const outdir = join(root, 'out/unit');
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
process.exit(run.status ?? 1);
