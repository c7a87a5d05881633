import * as vscode from 'vscode';

/** Where the page's script and style are. */
export function pageRoot(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/**
 * The page: nothing but its script and its style sheet, which are files of the extension. It may load nothing else, run no other script, and make no
 * markup out of strings; text of the log comes in messages and becomes text.
 */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string): string => String(webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extension), name)));
  // No hyphens: a nonce is base64.
  const nonce = globalThis.crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('overview.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('overview.js')}"></script>
</body>
</html>`;
}
