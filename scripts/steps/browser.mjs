// The browser tests: the workbench driven by mouse and keyboard. One server serves them all; pictures go to test/browser/screenshots/.
// Usage: node scripts/steps/browser.mjs [part of a file name …]
import { join, relative } from 'node:path';
import { cleanEnvironment } from '../host/processes.mjs';
import { startServer } from '../host/server.mjs';
import { ensureChromium } from '../host/system.mjs';
import { root } from '../root.mjs';
import { filesBelow } from './files.mjs';
import { runFiles } from './run.mjs';

const wanted = process.argv.slice(2);
const folder = join(root, 'test/browser');
const files = filesBelow(folder, '.test.mjs').filter(
  (name) => wanted.length === 0 || wanted.some((part) => relative(folder, name).includes(part)),
);

await ensureChromium();
const server = await startServer();
// One at a time: two workbenches on two cores make each other late.
process.exitCode = await runFiles(['--test-concurrency=1'], files, { ...cleanEnvironment(), TRAIL_SERVER: server.origin });
await server.stop();
