// Unit tests: every test/unit/**/*.test.ts, bundled by esbuild and run by Node's own test runner.
// Usage: node scripts/unit.mjs [part of a file name …]
import { join } from 'node:path';
import { root } from './root.mjs';
import { runTests } from './steps/unitTests.mjs';

process.exitCode = await runTests(join(root, 'test/unit'), join(root, 'out/unit'), process.argv.slice(2));
