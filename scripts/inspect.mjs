// What a log holds, as JSON, for scripts: bundles src/cli on demand and runs it.
// Usage: npm run -s inspect -- [--fix CODE[,CODE…]] FILE…
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { root } from './root.mjs';

const outfile = join(root, 'out/cli/inspect.mjs');
await bundleForNode({ entryPoints: [join(root, 'src/cli/main.ts')], outfile });
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2));
