import * as vscode from 'vscode';
import { type Mark, type MarkKind } from '../workspace/marks';
import { label } from '../words/label';

const WORDS: Readonly<Record<MarkKind, string>> = {
  suspicious: 'Suspicious',
  important: 'Important',
  question: 'To be cleared up',
  harmless: 'Harmless',
};

export const MARK_ICONS: Readonly<Record<MarkKind, string>> = {
  suspicious: 'flame',
  important: 'bookmark',
  question: 'question',
  harmless: 'check',
};

export function markWord(kind: MarkKind): string {
  return vscode.l10n.t(WORDS[kind]);
}

/** A mark with its note, on one line. */
export function markText({ kind, note }: Mark): string {
  return note === '' ? markWord(kind) : `${markWord(kind)}: ${label(note)}`;
}
