import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cleanEnvironment } from './processes.mjs';
import { runWithProgress } from './progress.mjs';

/** The full path of a program on PATH, or undefined. */
export function which(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a font for Chinese is there; without one a screenshot shows boxes. */
const hasChineseFont = () => {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
};

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const aptEnvironment = () => ({ ...cleanEnvironment(), DEBIAN_FRONTEND: 'noninteractive' });

async function aptInstall(packages) {
  const apt = which('apt-get');
  if (!apt) throw new Error(`Please install these programs, then try again: ${packages.join(', ')} (names of Debian packages).`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-E'];
  const run = (title, ...args) => {
    const [command, ...rest] = [...sudo, apt, ...args];
    return runWithProgress(title, command, rest, { env: aptEnvironment() });
  };
  await run('Reading the lists of Debian packages', 'update');
  await run(`Installing ${packages.join(', ')}`, 'install', '-y', '--no-install-recommends', ...packages);
}

/** Makes sure of Chromium and a font for Chinese, by apt where they are missing, and gives Chromium's path. */
export async function ensureChromium() {
  const missing = [];
  if (!which(...CHROMIUM)) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fontconfig', 'fonts-noto-cjk');
  if (missing.length > 0) await aptInstall(missing);
  const path = which(...CHROMIUM);
  if (!path) throw new Error('Chromium was installed but is not on PATH.');
  return path;
}

/** Makes sure of what node-gyp needs to compile the two native modules of the host. */
export async function ensureCompiler() {
  const missing = [['python3'], ['make'], ['g++', 'c++', 'clang++']].filter((names) => !which(...names)).map(([name]) => name);
  const certificates = existsSync('/etc/ssl/certs/ca-certificates.crt') ? [] : ['ca-certificates'];
  if (missing.length > 0) await aptInstall([...missing, ...certificates]);
}
