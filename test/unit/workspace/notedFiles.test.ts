import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../../src/platform/node/files';
import { NotedFiles } from '../../../src/workspace/notedFiles';

describe('files whose state is noted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trail-noted-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  it('are stale once one of them is written, comes or goes', async () => {
    writeFileSync(join(folder, 'one'), 'one');
    writeFileSync(join(folder, 'two'), 'two');
    const noted = new NotedFiles(nodeFiles((fault) => fault));
    assert.equal(new TextDecoder().decode(await noted.read(uriOf('one'), 100)), 'one');
    await noted.read(uriOf('two'), 100);
    await assert.rejects(noted.read(uriOf('three'), 100));
    assert.equal(await noted.areStale(), false);
    writeFileSync(join(folder, 'two'), 'other');
    assert.equal(await noted.areStale(), true);
    await noted.read(uriOf('two'), 100);
    assert.equal(await noted.areStale(), false);
    writeFileSync(join(folder, 'three'), '3');
    assert.equal(await noted.areStale(), true);
    await noted.stat(uriOf('three'));
    unlinkSync(join(folder, 'one'));
    assert.equal(await noted.areStale(), true);
  });
});
