import { fc } from '../property';
import { Column } from '../../../src/trail/scan/row';
import { type Edit, type Trail } from '../../../src/trail/trail';

/** All that is known of a trail, in a form in which two can be compared. */
export function snapshot(trail: Trail): unknown {
  return Array.from({ length: trail.rows.size }, (_, row) => ({
    start: trail.rows.start(row),
    end: trail.rows.end(row),
    flags: trail.rows.flags(row),
    context: trail.contexts.name(trail.rows.context(row)),
    time: trail.rows.time(row),
    ids: [trail.rows.eventId(row), trail.rows.requestId(row)],
    columns: Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
  }));
}

export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Applies changes at relative places (0..1) that do not overlap; gives the text and the edits in the order of the text. */
export function apply(text: string, changes: readonly Change[]): { text: string; edits: Edit[] } {
  const edits: Edit[] = [];
  let result = '';
  let from = 0;
  for (const { at, remove, insert } of [...changes].sort((a, b) => a.at - b.at)) {
    const start = Math.min(text.length, Math.floor(at * text.length));
    const oldEnd = Math.min(text.length, start + remove);
    if (start < from || (edits.length > 0 && start === from)) continue;
    result += text.slice(from, start) + insert;
    edits.push({ start, oldEnd, length: insert.length });
    from = oldEnd;
  }
  return { text: result + text.slice(from), edits };
}

const SNIPPETS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  '//',
  '/*',
  '*/',
  'x',
  ' ',
  '175***657',
  '{"eventId":"x"}',
  '},\n{',
  '"a":1,',
  'null',
  '',
  '\r\n',
  '{"eventName":"New","acsRegion":"cn-beijing"}\n',
  '"event":',
  '{}',
  '{},{ }\n,{},{},',
];
/** A change that may break anything. */
export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(5), fc.nat(400)),
  insert: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 8 })),
});
