import { Budget, type RowFindings } from '../../../src/checks/budget';
import { checkRow, checkTail } from '../../../src/checks/check';
import { crossCheck } from '../../../src/checks/crossChecks';
import { deliveredAt } from '../../../src/checks/delivered';
import { type Finding } from '../../../src/checks/finding';
import { type Example } from '../../../src/knowledge/checkPages';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { WHOLE_EVENT } from '../../wholeEvent';

/** A whole event, in which members take the place of those of the same name; what is a whole record stays as it is. */
export function eventOf(members: string): string {
  if (members.startsWith('{')) return members;
  const rest = Object.entries(WHOLE_EVENT).flatMap(([name, value]) => (hasMember(members, name) ? [] : [`"${name}": ${value}`]));
  // Last: a comment behind the members ends with its line.
  return `{ ${[...rest, members].filter(Boolean).join(', ')}\n}`;
}

/** Whether members hold one of this name at their own level. */
function hasMember(members: string, name: string): boolean {
  return new RegExp(`^[^{]*"${name}"\\s*:|\\}[^{]*"${name}"\\s*:`).test(members);
}

/** The log of an example. */
export function logOf({ event, events, log }: Example): string {
  return log ?? events?.map(eventOf).join('\n') ?? eventOf(event ?? '');
}

export interface At extends Finding {
  /** The text that is marked. */
  readonly marked: string;
}

/** What all checks find in a log; `path` is that of its file. */
export function findingsOf(text: string, path = ''): readonly At[] {
  const trail = Trail.of(new StringSource(text)) as Trail<RowFindings>;
  const { rows } = trail;
  const budget = new Budget();
  const found: At[] = [];
  const add = (findings: readonly Finding[], base: number): void => {
    for (const finding of findings) found.push({ ...finding, marked: text.slice(base + finding.start, base + finding.end) });
  };
  const { byRow } = finish(crossCheck(trail, deliveredAt(path)));
  for (let row = 0; row < rows.size; row++) {
    add(checkRow(trail, row, budget).kept, rows.start(row));
    add(byRow.get(row) ?? [], rows.start(row));
  }
  add(checkTail(trail), rows.size === 0 ? 0 : rows.end(rows.size - 1));
  return found;
}
