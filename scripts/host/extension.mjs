import { cpSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Never a part of the extension. The host is under test/, and the workbench would take the host's themes for themes of the extension. */
const OUTSIDE = new Set(['node_modules', 'test', 'src', 'scripts']);

/**
 * Copied, not linked: Node loads a linked module by its real path, where VS Code finds no extension, and gives it the API of nobody: without translations.
 */
const CODE = 'dist';

/**
 * A folder of links to what the extension is made of, for a VS Code of ours to load; gives its path.
 * `from` is the project's folder, or the one in which its package was put together; bundles of tests are in its `out` in either case.
 */
export function stageExtension(from = root) {
  const folder = join(root, '.host', from === root ? 'extension' : 'package');
  mkdirSync(folder, { recursive: true });
  const own = readdirSync(from).filter((name) => !name.startsWith('.') && !OUTSIDE.has(name));
  const wanted = new Set([...own, 'out']);
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
  const code = join(folder, CODE);
  if (lstatSync(code, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(code);
  cpSync(join(from, CODE), code, { recursive: true, force: true });
  for (const name of wanted)
    if (!lstatSync(join(folder, name), { throwIfNoEntry: false }))
      symlinkSync(join(name === 'out' ? root : from, name), join(folder, name));
  return folder;
}
