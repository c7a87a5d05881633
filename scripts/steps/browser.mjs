// The browser tests: the workbench driven by mouse and keyboard. One server serves them all; pictures go to test/browser/screenshots/.
// Usage: node scripts/steps/browser.mjs [part of a file name …]
import { join, relative } from 'node:path';
import { cleanEnvironment, start } from '../host/processes.mjs';
import { startServer } from '../host/server.mjs';
import { ensureChromium } from '../host/system.mjs';
import { root } from '../root.mjs';
import { filesBelow } from './files.mjs';

const wanted = process.argv.slice(2);
const folder = join(root, 'test/browser');
const files = filesBelow(folder, '.test.mjs').filter(
  (name) => wanted.length === 0 || wanted.some((part) => relative(folder, name).includes(part)),
);

await ensureChromium();
const server = await startServer();
// One at a time: two workbenches on two cores make each other late.
const args = ['--test', '--test-reporter=spec', '--test-concurrency=1', '--test-timeout=300000', ...files];
process.exitCode = await start(process.execPath, args, { env: { ...cleanEnvironment(), TRAIL_SERVER: server.origin } }).ended;
await server.stop();
