import * as vscode from 'vscode';

/** How long the status bar tells where one has got to, in ms. */
const SHOWN = 5_000;

/** Says something in the status bar. Icons are drawn there: values of a log have to be `iconText`. */
export function say(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN);
}
