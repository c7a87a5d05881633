import { cpSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Never a part of the extension. The host is under test/, and the workbench would take the host's themes for themes of the extension. */
const OUTSIDE = new Set(['node_modules', 'test', 'src', 'scripts']);

/**
 * Copied, not linked: Node loads a linked module by its real path, where VS Code finds no extension, and gives it the API of nobody: without translations.
 */
const CODE = 'dist';

/** A folder of links to what the extension is made of, for the bundled VS Code to load; gives its path. */
export function stageExtension() {
  const folder = join(root, '.host/extension');
  mkdirSync(folder, { recursive: true });
  const wanted = readdirSync(root).filter((name) => !name.startsWith('.') && !OUTSIDE.has(name));
  for (const name of readdirSync(folder)) if (!wanted.includes(name)) rmSync(join(folder, name));
  const code = join(folder, CODE);
  if (lstatSync(code, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(code);
  cpSync(join(root, CODE), code, { recursive: true, force: true });
  for (const name of wanted)
    if (!lstatSync(join(folder, name), { throwIfNoEntry: false })) symlinkSync(join(root, name), join(folder, name));
  return folder;
}
