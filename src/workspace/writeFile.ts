import * as vscode from 'vscode';

/** Writes a file as a whole: under another name first, so that nobody ever finds half of it. Fails as the file system does; what was there before then stays. */
export async function writeWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const part = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.part` });
  try {
    await vscode.workspace.fs.writeFile(part, bytes);
    await vscode.workspace.fs.rename(part, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(vscode.workspace.fs.delete(part)).catch(() => undefined);
    throw error;
  }
}

/** Texts one after another as UTF-8, without joining them to one string first. */
export function utf8Of(texts: readonly string[], mark = false): Uint8Array {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, mark ? 3 : 0));
  if (mark) bytes.set([0xef, 0xbb, 0xbf]);
  let at = mark ? 3 : 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
