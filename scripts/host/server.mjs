import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { ensureHost } from './install.mjs';
import { freePort, untilAnswers } from './ports.mjs';
import { cleanEnvironment, onEnd, start } from './processes.mjs';
import { watchSilence } from './silence.mjs';

/** A server that has neither answered nor said anything for so long (ms) does not start. */
const SILENCE = 120_000;

/** A quiet workbench: nothing that moves, asks, downloads or covers the log. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  // The page decides (see browser.mjs), so that one server serves every theme.
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'window.zoomLevel': 0,
  'window.commandCenter': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.accessibilitySupport': 'off',
};

/** No extension gallery: the editor is for one extension, and asks nobody on the network. */
const OFFLINE = { EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) };

/**
 * Starts VS Code's server on a free port and waits until it answers.
 * `data` is the folder for its user data; without it, a temporary one that is removed at the end.
 * `environment` are variables that it gets besides; `settings` are added to those of a quiet workbench. With `isTrusting: false` folders are not trusted before the user says so. Gives its `origin` and `stop()`.
 */
export async function startServer({
  data,
  settings = {},
  environment = {},
  isTrusting = true,
  log = join(root, '.host/log/server.log'),
} = {}) {
  const { node, server } = await ensureHost();
  const folder = data ?? mkdtempSync(join(tmpdir(), 'trail-host-'));
  writeSettings(join(folder, 'user/User'), { ...trust(isTrusting), ...settings });
  mkdirSync(join(root, '.host/log'), { recursive: true });
  writeFileSync(log, '');
  const port = await freePort();
  const places = [
    '--server-data-dir',
    join(folder, 'server'),
    '--user-data-dir',
    join(folder, 'user'),
    '--extensions-dir',
    join(folder, 'extensions'),
  ];
  const args = [
    server,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    ...places,
  ];
  // Without the smoke test driver the workbench ignores the development extension.
  const flags = ['--telemetry-level', 'off', '--enable-smoke-test-driver', ...(isTrusting ? ['--disable-workspace-trust'] : [])];
  const watch = watchSilence(SILENCE);
  const run = start(node, [...args, ...flags], {
    env: { ...cleanEnvironment(), ...OFFLINE, ...environment },
    output: (text) => {
      watch.heard();
      appendFileSync(log, text);
    },
  });
  let over = false;
  void run.ended.then(() => (over = true));
  const remove = () => data ?? rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = onEnd(() => {
    run.stop();
    remove();
  });
  const stop = async () => {
    forget();
    run.stop();
    await run.ended;
    remove();
  };
  const origin = `http://127.0.0.1:${String(port)}`;
  try {
    await untilAnswers(`${origin}/version`, () => over, watch);
  } catch (error) {
    await stop();
    throw new Error(`${error.message} Its log: ${log}`, { cause: error });
  } finally {
    watch.end();
  }
  return { origin, stop, ended: run.ended };
}

function trust(isTrusting) {
  return { 'security.workspace.trust.enabled': !isTrusting, 'security.workspace.trust.startupPrompt': 'never' };
}

function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2)}\n`);
}
