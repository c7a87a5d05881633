import * as vscode from 'vscode';
import { type Direction } from '../../trail/occurrences';
import { type OpenTrail } from '../../workspace/openTrail';
import { messageOf } from '../../words/messages';
import { showRange } from '../../workspace/reveal';
import { severitiesFor } from '../../workspace/severities';
import { say } from '../../workspace/notices';
import { visible } from '../../words/visible';

const MAX_MESSAGE = 160;

/** Goes to the next or previous finding of the active document that is not switched off, behind the last one to the first. */
export async function goToFinding(open: OpenTrail | undefined, direction: Direction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (open === undefined || editor?.document !== open.document) return;
  const severities = severitiesFor(open.document);
  const all = [...open.findings()].filter(({ finding }) => severities.has(finding.code)).sort((a, b) => a.start - b.start);
  if (all.length === 0) {
    say(vscode.l10n.t('Nothing was found in this log.'));
    return;
  }
  const at = open.document.offsetAt(editor.selection.active);
  const index = direction === 'next' ? all.findIndex(({ start }) => start > at) : all.findLastIndex(({ start }) => start < at);
  const place = index >= 0 ? index : direction === 'next' ? 0 : all.length - 1;
  const found = all[place];
  if (found === undefined) return;
  await showRange(open.document, open.range(found.start, found.end), { preserveFocus: false, viewColumn: editor.viewColumn });
  const message = visible(messageOf(found.finding, vscode.l10n.t), MAX_MESSAGE);
  say(vscode.l10n.t('Finding {0} of {1}: {2}', place + 1, all.length, message));
}
