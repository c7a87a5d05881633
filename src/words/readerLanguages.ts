import * as vscode from 'vscode';
import { type Bilingual } from '../knowledge/bilingual';

/** The languages in which meanings are given, that of the display first. */
export function readerLanguages(): readonly (keyof Bilingual)[] {
  const wanted = vscode.workspace.getConfiguration('trail').get<string>('hover.languages');
  if (wanted === 'zh' || wanted === 'en') return [wanted];
  return vscode.env.language.startsWith('zh') ? ['zh', 'en'] : ['en', 'zh'];
}
