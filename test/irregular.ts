import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a pipe that nobody writes into; false where the system has none. */
export function makePipe(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}

/** Makes, with names of logs, what a folder can hold besides regular files; gives the names. Nothing of it can be read to an end. */
export function makeIrregular(folder: string): readonly string[] {
  if (process.platform === 'win32' || !makePipe(join(folder, 'pipe.json'))) return [];
  symlinkSync(join(folder, 'pipe.json'), join(folder, 'link-to-pipe.json'));
  symlinkSync('/dev/zero', join(folder, 'zero.json'));
  symlinkSync('/dev/null', join(folder, 'null.json'));
  mkdirSync(join(folder, 'folder'), { recursive: true });
  symlinkSync(join(folder, 'folder'), join(folder, 'link-to-folder.json'));
  return ['pipe.json', 'link-to-pipe.json', 'zero.json', 'null.json', 'link-to-folder.json'];
}
