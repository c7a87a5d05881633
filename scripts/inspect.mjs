// What a log holds, as JSON, for scripts: bundles src/cli on demand and runs it.
// Usage: npm run -s inspect -- [--fix CODE[,CODE…]] FILE…
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { knowledge } from './loader.mjs';
import { root } from './root.mjs';

const outfile = join(root, 'out/cli/inspect.mjs');
await build({
  entryPoints: [join(root, 'src/cli/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'error',
  plugins: [knowledge],
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2));
