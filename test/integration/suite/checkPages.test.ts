import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { checkPages } from '../../../src/knowledge/checkPages';
import { logOf } from '../../unit/checks/logs';
import { closeAll, codeOf, problemsOf, published, setSeverity } from './documents';

const folder = mkdtempSync(join(tmpdir(), 'trail-pages-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the bad example of every check, in the editor @words', () => {
  /** Checks that are off unless somebody wants them. */
  const off = checkPages()
    .filter(({ severity }) => severity === 'off')
    .map(({ code }) => code);
  before(async () => {
    await setSeverity(Object.fromEntries(off.map((code) => [code, 'warning'])));
  });
  after(async () => {
    await setSeverity(undefined);
  });
  afterEach(closeAll);

  for (const { code, bad } of checkPages()) {
    it(`${code}: is marked, and its code leads to its page`, async () => {
      const path = join(folder, code, bad.file ?? 'example.trail.json');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, logOf(bad));
      const document = await published(() => vscode.workspace.openTextDocument(vscode.Uri.file(path)));
      const problem = problemsOf(document).find((one) => codeOf(one.code) === code);
      assert.ok(
        problem,
        problemsOf(document)
          .map((one) => codeOf(one.code))
          .join(),
      );
      assert.ok(!problem.range.isEmpty);
      assert.ok(typeof problem.code === 'object');
      const page = (await vscode.workspace.openTextDocument(problem.code.target)).getText();
      assert.ok(page.startsWith(`# ${code}\n\n`), page.slice(0, 100));
      assert.ok(page.includes(`"trail.severity": { "${code}": `));
    });
  }
});
