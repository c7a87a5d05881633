import * as vscode from 'vscode';
import { DECODED_SCHEME } from '../../workspace/language';

const MAX_NAME = 60;

/** What a decoded document is made of: a whole log, or the event at an offset of it. */
export interface Wanted {
  readonly log: vscode.Uri;
  readonly isWhole: boolean;
  readonly offset: number;
}

/** The address of a decoded document: it says what it is of, so that it can be made again when the window is opened anew. */
export function addressOf({ log, isWhole, offset }: Wanted, name: string): vscode.Uri {
  const label = name.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, MAX_NAME);
  return vscode.Uri.from({
    scheme: DECODED_SCHEME,
    path: `/${label}.decoded.trail.json`,
    query: JSON.stringify([log.toString(), isWhole, offset]),
  });
}

/** What the document of an address is made of; undefined for an address of no such document. */
export function wantedIn(uri: vscode.Uri): Wanted | undefined {
  try {
    const parts: unknown = JSON.parse(uri.query);
    const [log, isWhole, offset] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    if (typeof log !== 'string' || typeof isWhole !== 'boolean' || typeof offset !== 'number') return undefined;
    return { log: vscode.Uri.parse(log, true), isWhole, offset };
  } catch {
    return undefined;
  }
}
