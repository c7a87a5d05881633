// Time from the index of a log of 1,000,000 events to the figures of its overview, in one process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleForNode } from '../bundle.mjs';
import { root } from '../root.mjs';

export async function bench() {
  const outfile = join(root, 'out/bench/overview.mjs');
  await bundleForNode({ entryPoints: [join(root, 'scripts/bench/overview/measure.ts')], outfile });
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the bench ended with ${String(status)}`);
}
