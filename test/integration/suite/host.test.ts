import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION = 'trail-log-inspector.trail-log-inspector';
const NAMES: Readonly<Record<string, string>> = { en: 'Trail Log Inspector', 'zh-cn': '操作审计日志检查器' };
const language = process.env['TRAIL_TEST_LANGUAGE'] ?? 'en';

describe('host', () => {
  it('has the extension, and it activates', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('speaks the display language of this run @words', () => {
    assert.equal(vscode.env.language, language);
  });

  it("shows the extension's name in that language @words", () => {
    const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON as { displayName: string };
    assert.equal(manifest.displayName, NAMES[language]);
  });

  it('opened the folder of samples', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.equal(folder?.name, 'samples');
    const files = await vscode.workspace.fs.readDirectory(folder.uri);
    assert.ok(files.some(([name]) => name === 'flink.trail.json'));
  });

  it('gives a trail log its language', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'flink.trail.json'));
    assert.equal(document.languageId, 'trail-json');
  });
});
