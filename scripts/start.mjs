// Opens a log in a real editor with the extension in it.
// Usage: npm start [-- PATH] [-- --desktop]   PATH is a file or folder, the sample log without it.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchAddress } from './host/address.mjs';
import { ensurePackages } from './host/packages.mjs';
import { start } from './host/processes.mjs';
import { startServer } from './host/server.mjs';
import { which } from './host/system.mjs';
import { root } from './root.mjs';

function fail(message) {
  console.error(message);
  process.exit(1);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { desktop: { type: 'boolean', default: false } } });
// npm runs us in the project's folder; a relative path is meant from where the user is.
const path =
  positionals[0] === undefined ? join(root, 'samples/flink.trail.json') : resolve(process.env.INIT_CWD ?? '', positionals[0]);
if (!existsSync(path)) fail(`There is no ${path}.`);
const isFolder = statSync(path).isDirectory();
const folder = isFolder ? path : dirname(path);

async function openDesktop() {
  const code = which('code', 'code-insiders', 'codium');
  if (!code) fail('There is no `code` on PATH. Without --desktop the editor opens in a browser.');
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay)
    fail('There is no display (DISPLAY and WAYLAND_DISPLAY are empty). Without --desktop the editor opens in a browser.');
  const files = isFolder ? [] : ['--goto', path];
  process.exit(await start(code, ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder, ...files]).ended);
}

async function openInBrowser() {
  const server = await startServer({ data: join(root, '.host/user') });
  console.log(
    `\nOpen this address in a browser; Ctrl+C here stops the editor.\n\n  ${workbenchAddress(server.origin, { folder, file: isFolder ? undefined : path })}\n`,
  );
  await server.ended;
  fail('The editor ended. Its log: .host/log/server.log');
}

await ensurePackages('Packages of the project');
if ((await start(process.execPath, ['esbuild.mjs']).ended) !== 0) fail('The build failed.');
await (values.desktop ? openDesktop() : openInBrowser());
