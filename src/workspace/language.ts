import type * as vscode from 'vscode';

/** The language of trails, one id for every shape. */
export const TRAIL_LANGUAGE = 'trail-json';

/** For registering language features: trails of every scheme. */
export const TRAIL_SELECTOR: vscode.DocumentSelector = { language: TRAIL_LANGUAGE };
