import type * as vscode from 'vscode';

/** The language of trails, one id for every shape. */
export const TRAIL_LANGUAGE = 'trail-json';

/** For registering language features: trails of every scheme. */
export const TRAIL_SELECTOR: vscode.DocumentSelector = { language: TRAIL_LANGUAGE };

/** The scheme of decoded documents. They are made of logs, and are none: nothing is looked for or found wrong in them. */
export const DECODED_SCHEME = 'trail-decoded';
