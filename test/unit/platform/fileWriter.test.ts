import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createFile } from '../../../src/platform/node/fileWriter';

const folder = mkdtempSync(join(tmpdir(), 'trail-writer-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a secret file is for its user only, also in the place of one that was for all',
  { skip: process.platform === 'win32' },
  async () => {
    for (const name of ['new.json', 'old.json']) {
      const path = join(folder, name);
      if (name === 'old.json') writeFileSync(path, 'old', { mode: 0o644 });
      const writer = await createFile(path, true);
      await writer.write(new TextEncoder().encode('{}'));
      await writer.close();
      assert.equal(statSync(path).mode & 0o777, 0o600, name);
      assert.equal(readFileSync(path, 'utf8'), '{}');
    }
    const usual = join(folder, 'usual.json');
    const writer = await createFile(usual);
    await writer.close();
    // As any other file is made here.
    const other = join(folder, 'other.json');
    writeFileSync(other, '');
    assert.equal(statSync(usual).mode, statSync(other).mode);
  },
);
