import * as vscode from 'vscode';
import { type FindingCode } from '../checks/finding';
import { pageOf } from '../checks/pages';

/** What is said of the finding codes: documents without a file, shown as Markdown previews (`workbench.editorAssociations` in the manifest). */
export const DOCS_SCHEME = 'trail-docs';

/** Gives the pages of the finding codes, in the user's language. They are in the extension: nothing is fetched. */
export function registerDocs(): vscode.Disposable {
  const language = vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return vscode.workspace.registerTextDocumentContentProvider(DOCS_SCHEME, {
    provideTextDocumentContent: ({ path }) => pageOf(path.slice(1).replace(/\.md$/, ''), language) ?? '',
  });
}

/** The code of a diagnostic with a link to its page. */
export function linkedCode(code: FindingCode): { readonly value: string; readonly target: vscode.Uri } {
  return { value: code, target: vscode.Uri.from({ scheme: DOCS_SCHEME, path: `/${code}.md` }) };
}

/** The code that a diagnostic has, with or without a link. */
export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}
