import * as vscode from 'vscode';

/** The language of trails, one id for every shape. */
export const TRAIL_LANGUAGE = 'trail-json';

/** For registering language features: trails of every scheme. */
export const TRAIL_SELECTOR: vscode.DocumentSelector = { language: TRAIL_LANGUAGE };

/** Single events of a log that is in no document, and what is said of it as a whole, as documents. */
export const EVENT_SCHEME = 'trail-event';
export const SUMMARY_SCHEME = 'trail-summary';

/** The contents of compressed files. */
export const GZIP_SCHEME = 'trail-gz';

/** Logs that were found in the cloud. */
export const CLOUD_SCHEME = 'trail-cloud';

/** The schemes of decoded documents, of redacted ones, of exports that are looked at, and of events that are compared. */
export const DECODED_SCHEME = 'trail-decoded';
export const REDACTED_SCHEME = 'trail-redacted';
export const EXPORT_SCHEME = 'trail-export';
export const COMPARE_SCHEME = 'trail-compare';

const DERIVED: ReadonlySet<string> = new Set([DECODED_SCHEME, REDACTED_SCHEME, EXPORT_SCHEME, COMPARE_SCHEME]);

/** File systems that hold states of files: of version control and its reviews, and of the timeline. */
const STATES = /^(?:git|gitfs|gitlens(?:-.+)?|svn|hg|pr|githubpr|review|vscode-local-history)$/;

/** Where logs themselves are, besides other file systems. */
const LOGS: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', EVENT_SCHEME, GZIP_SCHEME, CLOUD_SCHEME]);

/**
 * Whether a document is made of a log, and is none itself: it is not counted among the open logs, and nothing is found wrong in it. So is what others make
 * of a file: its state in version control, in the timeline, on disk beside unsaved changes.
 */
export function isDerived({ scheme }: vscode.Uri): boolean {
  if (DERIVED.has(scheme)) return true;
  if (LOGS.has(scheme)) return false;
  if (vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true) return false;
  // A file system that cannot be written to may hold logs; what is none at all only shows a text.
  return STATES.test(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) === undefined;
}
