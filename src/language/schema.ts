import * as vscode from 'vscode';
import { logSchema } from '../knowledge/eventSchema';

/** What plain JSON files that hold a log are completed and explained by (`jsonValidation` in the manifest). */
const SCHEMA_SCHEME = 'trail-schema';

/** Gives the JSON schema of a log: made from the table of fields when the editor's JSON mode asks for it, so the package holds no second copy. */
export function registerSchema(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEMA_SCHEME, {
    provideTextDocumentContent: () => JSON.stringify(logSchema()),
  });
}
