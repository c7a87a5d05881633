// Bundles the extension into dist/; what is packaged is made smaller still, by scripts/package.mjs.
// Usage: node esbuild.mjs [--watch]
import { build, context } from 'esbuild';
import { join } from 'node:path';
import { bundlesIn } from './scripts/bundles.mjs';
import { root } from './scripts/root.mjs';

const bundles = bundlesIn(join(root, 'dist'));
if (process.argv.includes('--watch')) for (const options of bundles) await (await context(options)).watch();
else await Promise.all(bundles.map((options) => build(options)));
