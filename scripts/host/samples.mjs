import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { onEnd } from './processes.mjs';

/** A copy of samples/ that tests may write to, removed when this process ends; gives its path. */
export function copySamples() {
  const parent = mkdtempSync(join(tmpdir(), 'trail-samples-'));
  onEnd(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }));
  const folder = join(parent, 'samples');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  return folder;
}
