import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { cleanEnvironment } from './processes.mjs';
import { runWithProgress } from './progress.mjs';

const packagesOf = (path) => Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages).filter(([name]) => name !== '');

/**
 * Whether node_modules holds what package-lock.json says. npm writes node_modules/.package-lock.json last, so a half-finished install has none.
 * Versions are compared, not times: a checkout touches files. Optional packages are left out where they fit another platform.
 */
export function isInstalled(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const versions = new Map(packagesOf(installed).map(([name, { version }]) => [name, version]));
  return packagesOf(join(folder, 'package-lock.json')).every(
    ([name, { version, optional, peer }]) => versions.get(name) === version || ((optional || peer) && !versions.has(name)),
  );
}

/** Runs npm's clean install in a folder of the project unless what it would install is there. */
export async function ensurePackages(title, folder = root, flags = []) {
  if (isInstalled(folder)) return;
  await runWithProgress(title, 'npm', ['ci', '--no-audit', '--no-fund', ...flags], { cwd: folder, env: cleanEnvironment() });
}
