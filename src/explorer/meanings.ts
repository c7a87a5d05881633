import * as vscode from 'vscode';
import { meaningOf, oneOfEachService } from '../filter/meaning';
import { type Trail } from '../trail/trail';

/** What the events of some rows of one name mean, in the display language and without a full stop; more than one meaning where services share the name. */
export function shortMeaning(trail: Trail, rows: Uint32Array): string {
  const isChinese = vscode.env.language.startsWith('zh');
  const meanings = oneOfEachService(trail, rows).map((row) => {
    const entry = meaningOf(trail, row);
    return (isChinese ? entry.zh : entry.en).replace(/[.。]$/, '');
  });
  return [...new Set(meanings)].join(isChinese ? '；' : '; ');
}
