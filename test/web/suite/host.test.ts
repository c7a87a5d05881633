import * as vscode from 'vscode';
import { equal } from '../equal';

describe('web host', () => {
  it('has the extension, and its browser bundle activates', async () => {
    const extension = vscode.extensions.getExtension('trail-log-inspector.trail-log-inspector');
    await extension?.activate();
    equal(extension?.isActive, true);
  });

  it('is a web worker of VS Code 1.91', () => {
    equal(vscode.env.uiKind, vscode.UIKind.Web);
    equal(vscode.version.startsWith('1.91.'), true);
  });

  it('gives a trail log its language', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no folder is open');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'flink.trail.json'));
    equal(document.languageId, 'trail-json');
  });
});
