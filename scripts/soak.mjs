// Opens and closes 300 documents, 20 folders and 50 overviews in the real editor, and tells what the extension host holds before and afterwards. It fails where more
// than 20 MB are left, or a thread, a watcher or a timer. Not part of `npm test`: it takes minutes.
// Usage: npm run soak [-- PERCENT]   of that many of each, for a quick look
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { copySamples } from './host/samples.mjs';
import { ensurePackages } from './host/packages.mjs';
import { knowledge } from './loader.mjs';
import { root } from './root.mjs';

await ensurePackages('Packages of the project');
if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
const outfile = join(root, 'out/soak/index.js');
await build({
  entryPoints: [join(root, 'test/soak/index.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
  plugins: [knowledge],
});
try {
  await runTests({
    ...(process.env.VSCODE_DESKTOP ? {} : { vscodeExecutablePath: join(root, 'scripts/host/launcher.mjs') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: outfile,
    launchArgs: [copySamples()],
    extensionTestsEnv: { TRAIL_SOAK_SHARE: process.argv[2] ?? '100' },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
