import * as vscode from 'vscode';
import { revealed } from '../words/visible';
import { iconText } from '../words/iconText';
import { noticeText, promptText } from '../words/notice';

/** How long the status bar says something, in ms. */
const SHOWN = 5_000;

/** Tells the user something; gives the action that was chosen. Links in the message stay text, as in everything of this file: no other calls these functions of VS Code. */
export function showInfo(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(noticeText(message), ...actions);
}

/** The same for what did not go as wanted. */
export function showWarning(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(noticeText(message), ...actions);
}

/** The same for what failed. */
export function showError(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(noticeText(message), ...actions);
}

/** Asks in a dialog whether to do something, by a button with the words `yes`. The lines of the detail are kept. */
export async function confirm(question: string, yes: string, { detail = '', isWarning = false } = {}): Promise<boolean> {
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const show = isWarning ? showWarningMessage : showInformationMessage;
  return (await show(revealed(question), { modal: true, detail: revealed(detail, '\n') }, yes)) === yes;
}

/** Says something in passing, in the status bar. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(iconText(message), SHOWN);
}

/** Does work with its progress shown where the options say. */
export function showProgress<T>(
  options: vscode.ProgressOptions,
  work: (
    progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
    token: vscode.CancellationToken,
  ) => Thenable<T>,
): Thenable<T> {
  const escaped = options.location === vscode.ProgressLocation.Window ? promptText : noticeText;
  const { title } = options;
  return vscode.window.withProgress(title === undefined ? options : { ...options, title: escaped(title) }, (progress, token) =>
    work(
      {
        report: ({ message, ...rest }) => {
          progress.report(message === undefined ? rest : { ...rest, message: escaped(message) });
        },
      },
      token,
    ),
  );
}

/** Does work with its progress in a notification, whose button aborts the signal. */
export function showStoppable<T>(
  title: string,
  work: (progress: Parameters<Parameters<typeof showProgress>[1]>[0], signal: AbortSignal) => Thenable<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return showProgress(options, (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    return work(progress, controller.signal);
  });
}

/** Asks for a line of text; undefined where the user gave up. `problemOf` says what is wrong with it. */
export function askText(
  options: { readonly title: string; readonly prompt: string; readonly value: string },
  problemOf: (text: string) => string | undefined = () => undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...options,
    prompt: promptText(options.prompt),
    validateInput: (text) => {
      const problem = problemOf(text);
      return problem === undefined ? undefined : promptText(problem);
    },
  });
}

/** A box for a line of text, where more than `askText` is needed; `tell` says something below it. */
export function createAsking(options: { readonly title: string; readonly prompt: string; readonly placeholder: string }): {
  readonly box: vscode.InputBox;
  readonly tell: (message: string, severity: vscode.InputBoxValidationSeverity) => void;
} {
  const box = vscode.window.createInputBox();
  box.title = options.title;
  box.placeholder = options.placeholder;
  box.prompt = promptText(options.prompt);
  return {
    box,
    tell: (message, severity) => {
      box.validationMessage = message === '' ? undefined : { message: promptText(message), severity };
    },
  };
}
