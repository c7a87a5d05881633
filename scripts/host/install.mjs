import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../root.mjs';
import { ensurePackages, isInstalled } from './packages.mjs';
import { cleanEnvironment } from './processes.mjs';
import { runWithProgress } from './progress.mjs';
import { ensureCompiler } from './system.mjs';

const HOST = join(root, 'test/host');
const CODE = join(HOST, 'node_modules/code-server/lib/vscode');
/** Written last, inside node_modules, which `npm ci` empties: a half-finished install has no stamp. */
const STAMP = join(HOST, 'node_modules/.ready');

/**
 * The native modules that the server loads when it starts. Its other ones are loaded by features that we never reach, and building them
 * would take two minutes more and need Kerberos' headers, so code-server's own install script does not run.
 */
const NATIVE = ['@vscode/spdlog', '@vscode/native-watchdog', '@parcel/watcher', 'node-pty'];

const LOCK = join(HOST, 'package-lock.json');
const isReady = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === readFileSync(LOCK, 'utf8') && isInstalled(HOST);

/**
 * Installs the server and workbench of VS Code with the Node that they want, unless they are there.
 * Gives the path of that Node and of the server's main file.
 */
export async function ensureHost() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      'The bundled VS Code runs on Linux (x64, arm64). Elsewhere use desktop VS Code: npm start -- --desktop, VSCODE_DESKTOP=1 npm test.',
    );
  }
  const home = join(HOST, `node_modules/node-linux-${process.arch}`);
  const host = { node: join(home, 'bin/node'), server: join(CODE, 'out/server-main.js') };
  if (isReady()) return host;

  console.log('Installing a VS Code to run in a browser: once, about a minute and 620 MB.');
  rmSync(STAMP, { force: true });
  await ensureCompiler();
  await ensurePackages('1/3 VS Code server and Node 24', HOST, ['--ignore-scripts']);
  const env = {
    ...cleanEnvironment(),
    PATH: [join(home, 'bin'), process.env.PATH].join(delimiter),
    npm_config_nodedir: home,
    npm_config_jobs: 'max',
  };
  await runWithProgress(
    '2/3 packages of the server',
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: CODE, env },
  );
  await runWithProgress('3/3 native modules of the server', 'npm', ['rebuild', '--foreground-scripts', ...NATIVE], {
    cwd: CODE,
    env,
  });
  writeFileSync(STAMP, readFileSync(LOCK));
  return host;
}

/** Installs VS Code for the Web and its test server, unless they are there; gives the folder of their package. */
export async function ensureWebHost() {
  const folder = join(root, 'test/web');
  // Scripts are left out: one of them would download a browser.
  await ensurePackages('VS Code for the Web', folder, ['--ignore-scripts']);
  return folder;
}
