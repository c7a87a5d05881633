import { applyEdits } from './textEdit';
import { formatRecord } from './formatRecord';
import { rowEvent } from './rowEvent';
import { Flag } from '../trail/scan/row';
import { type Trail } from '../trail/trail';

const LAYOUT = { tabSize: 2, insertSpaces: true, eol: '\n' };

/** The text of an event, laid out over lines: every number, key and value as it is written. Of a record that holds its event as a string, the event. */
export function eventText(trail: Trail, row: number, record: string): string {
  const isEscaped = (trail.rows.flags(row) & Flag.Escaped) !== 0;
  const inner = isEscaped ? rowEvent(trail, row) : undefined;
  const text = inner === undefined ? record : inner.text.slice(inner.node.offset, inner.node.offset + inner.node.length);
  const edits = formatRecord(text, '', LAYOUT);
  return `${edits === undefined ? text : applyEdits(text, edits)}\n`;
}
