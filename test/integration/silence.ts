import * as vscode from 'vscode';

/** How often silence is counted, in ms. */
const TURN = 250;
/** A turn that comes late is a busy machine and no silence: it counts as so many ms at most. */
const LATE = 2 * TURN;

export interface Watch {
  /** Resolves when it is over. */
  readonly over: Promise<void>;
  readonly isOver: () => boolean;
  readonly heard: () => void;
  readonly end: () => void;
}

/** Waiting is bounded by silence, never by time: the watch is over when nothing was heard for `limit` ms in which the extension host had its turns. */
export function watchSilence(limit: number): Watch {
  let silent = 0;
  let last = performance.now();
  let isOver = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      const now = performance.now();
      silent += Math.min(now - last, LATE);
      last = now;
      if (silent < limit) return;
      clearInterval(timer);
      isOver = true;
      resolve();
    }, TURN);
  });
  return {
    over,
    isOver: () => isOver,
    heard: () => {
      silent = 0;
    },
    end: () => {
      clearInterval(timer);
    },
  };
}

/** Calls `heard` whenever something happens in the editor. */
export function watchEditor(heard: () => void): vscode.Disposable {
  const { workspace, window, languages } = vscode;
  return vscode.Disposable.from(
    workspace.onDidOpenTextDocument(heard),
    workspace.onDidCloseTextDocument(heard),
    workspace.onDidChangeTextDocument(heard),
    workspace.onDidSaveTextDocument(heard),
    workspace.onDidChangeConfiguration(heard),
    window.onDidChangeActiveTextEditor(heard),
    window.onDidChangeVisibleTextEditors(heard),
    window.onDidChangeTextEditorSelection(heard),
    window.onDidChangeTextEditorVisibleRanges(heard),
    window.tabGroups.onDidChangeTabs(heard),
    window.tabGroups.onDidChangeTabGroups(heard),
    languages.onDidChangeDiagnostics(heard),
  );
}
