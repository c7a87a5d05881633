import { Flag } from '../trail/scan/row';
import { natureOf } from '../trail/shape';
import { StringSource } from '../trail/source';
import { Trail } from '../trail/trail';

/** How much of a text is looked at; UTF-16 units. */
export const HEAD = 65_536;
/** At least this share of it must be events: a program's log that mentions a few is no trail. */
const MIN_SHARE = 0.5;
/** Words without which there is no safe mark (facts 1.7), also inside of strings: most texts are refused by this one search. */
const MARKS = /acsRegion|userIdentity|eventType|eventSource/i;

/** Whether the beginning of a text (at most `HEAD` of it) is that of a trail, by the safe marks: look-alikes and other JSON are none. */
export function isTrailHead(head: string): boolean {
  if (!MARKS.test(head)) return false;
  const trail = Trail.of(new StringSource(head));
  if (!natureOf(trail).isTrail) return false;
  const { rows } = trail;
  let covered = 0;
  let marked = false;
  for (let row = 0; row < rows.size; row++) {
    const flags = rows.flags(row);
    marked ||= (flags & Flag.Marked) !== 0;
    if ((flags & Flag.Event) !== 0) covered += rows.end(row) - rows.start(row);
  }
  return marked && covered >= head.trim().length * MIN_SHARE;
}
