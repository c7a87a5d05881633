import type * as vscode from 'vscode';

/** The language of trails, one id for every shape. */
export const TRAIL_LANGUAGE = 'trail-json';

/** For registering language features: trails of every scheme. */
export const TRAIL_SELECTOR: vscode.DocumentSelector = { language: TRAIL_LANGUAGE };

/** Single events of a log that is in no document, and what is said of it as a whole, as documents. */
export const EVENT_SCHEME = 'trail-event';
export const SUMMARY_SCHEME = 'trail-summary';

/** The schemes of decoded documents, of redacted ones, of exports that are looked at, and of events that are compared. */
export const DECODED_SCHEME = 'trail-decoded';
export const REDACTED_SCHEME = 'trail-redacted';
export const EXPORT_SCHEME = 'trail-export';
export const COMPARE_SCHEME = 'trail-compare';

const DERIVED: ReadonlySet<string> = new Set([DECODED_SCHEME, REDACTED_SCHEME, EXPORT_SCHEME, COMPARE_SCHEME]);

/** Whether a document is made of a log, and is none itself: it is not counted among the open logs, and nothing is found wrong in it. */
export function isDerived({ scheme }: vscode.Uri): boolean {
  return DERIVED.has(scheme);
}
