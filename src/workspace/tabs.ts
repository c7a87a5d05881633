import * as vscode from 'vscode';

/** The addresses of the documents that some tab shows. A document without a tab is open for a while after the user has closed it. */
export function tabbedUris(): ReadonlySet<string> {
  const uris = new Set<string>();
  for (const { tabs } of vscode.window.tabGroups.all) {
    for (const { input } of tabs) {
      if (input instanceof vscode.TabInputText) uris.add(input.uri.toString());
      else if (input instanceof vscode.TabInputTextDiff) uris.add(input.original.toString()).add(input.modified.toString());
    }
  }
  return uris;
}
