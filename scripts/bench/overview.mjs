// Time from the index of a log of 1,000,000 events to the figures of its overview, in one process.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';

export async function bench() {
  const outfile = join(root, 'out/bench/overview.mjs');
  await build({
    entryPoints: [join(root, 'scripts/bench/overview/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [knowledge],
  });
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the bench ended with ${String(status)}`);
}
