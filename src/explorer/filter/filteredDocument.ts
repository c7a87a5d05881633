import * as vscode from 'vscode';
import { inSlices } from '../../trail/steps';
import { type Filters } from '../../workspace/filters';
import { showNew } from '../../workspace/newDocument';
import { TRAIL_LANGUAGE } from '../../workspace/language';
import { type OpenLog } from '../../workspace/openLog';
import { showInfo, showWarning } from '../../workspace/notices';

/** A longer text is not given to extensions by the editor; UTF-16 units. */
const MAX_TEXT = 50 * 1024 * 1024;
const SLICE = 8;

/** Opens the events that a log's filter lets through as a new document, each as it is written, one behind the other. */
export async function openFiltered(log: OpenLog, filters: Filters): Promise<void> {
  const matches = await filters.matches(log);
  if (matches === undefined) return;
  if (matches.rows.length === 0) {
    void showInfo(vscode.l10n.t('No event matches the filter.'));
    return;
  }
  const { version } = log.trail;
  const content = await inSlices(joined(log, matches.rows), () => log.trail.version !== version, SLICE);
  if (content === undefined) return;
  if (content.length > MAX_TEXT) {
    void showWarning(vscode.l10n.t('The events that match are too much text for one document: narrow the filter.'));
    return;
  }
  await showNew(content, TRAIL_LANGUAGE);
}

function* joined(log: OpenLog, rows: Uint32Array): Generator<undefined, string, undefined> {
  const parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = log.recordText(row);
    parts.push(text);
    length += text.length + 1;
    if (length > MAX_TEXT) break;
    yield;
  }
  return `${parts.join('\n')}\n`;
}
