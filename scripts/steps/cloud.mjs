// Tests that run queries by an SQL engine, and searches against a service of our own: every test/cloud/**/*.test.ts.
// Their packages are installed when they are needed: they are no part of the extension.
// Usage: node scripts/steps/cloud.mjs [part of a file name …]
import { join } from 'node:path';
import { ensurePackages } from '../host/packages.mjs';
import { root } from '../root.mjs';
import { runTests } from './unitTests.mjs';

const folder = join(root, 'test/cloud');
await ensurePackages('SQL engine and clients for the tests of the cloud', folder, ['--ignore-scripts']);
process.exitCode = await runTests(folder, join(root, 'out/cloud'), process.argv.slice(2));
