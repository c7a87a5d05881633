import { FOREIGN } from './scan/marks';
import { Flag } from './scan/row';
import { type Contexts } from './scan/contexts';
import { type Rows } from './rows';
import { type TextSource } from './source';

/** The shapes in which people have events (facts, section 2). */
export type Shape =
  | 'object'
  | 'array'
  | 'lines'
  | 'concatenated'
  | 'lookup-response'
  | 'sls'
  | 'last-used'
  | 'eventbridge'
  | 'csv'
  | 'fragment'
  | 'none';

/** What a log that is not a trail looks like; `none` where it looks like nothing known. */
export type Foreign = Exclude<(typeof FOREIGN)[number], ''> | 'empty' | 'binary' | 'not-json' | 'no-events' | 'none';

/** Whether a text is a trail, in which shape, and, where it is none, what it is. */
export interface Nature {
  readonly isTrail: boolean;
  readonly shape: Shape;
  readonly foreign?: Foreign;
}

/** A response to LookupEvents of a span in which nothing happened: no event is there to tell by. */
const EMPTY_RESPONSE = /"Events"\s*:\s*\[\s*\]/;
const RESPONSE_MARK = /"(?:StartTime|EndTime)"\s*:\s*"\d{4}-\d\d-\d\dT/;
const HEAD = 1 << 16;
/** Enough rows to tell a log by; the rest of a large one is not read for it. */
const SAMPLE = 1_000;

/** What a log is told by. */
interface Told {
  readonly rows: Pick<Rows<never>, 'size' | 'flags' | 'context'>;
  readonly contexts: Pick<Contexts, 'name'>;
  readonly text: TextSource;
}

/** Tells a trail from the records of others by its safe marks (facts 1.7), and its shape by what most of its events lie in. */
export function natureOf(trail: Told): Nature {
  const { rows } = trail;
  const shapes = new Map<Shape, number>();
  const foreign = new Map<number, number>();
  let marked = 0;
  let likely = 0;
  let events = 0;
  for (let row = 0; row < rows.size && events < SAMPLE; row++) {
    const flags = rows.flags(row);
    const other = flags >>> Flag.ForeignShift;
    if ((flags & Flag.Marked) !== 0) marked++;
    else if (other > 0) foreign.set(other, (foreign.get(other) ?? 0) + 1);
    else if ((flags & Flag.Likely) !== 0) likely++;
    if ((flags & Flag.Event) === 0) continue;
    events++;
    const shape = shapeOfRow(trail, row);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  if (events === 0 || (marked === 0 && (foreign.size > 0 || likely === 0))) return withoutEvents(trail, foreign);
  const shape = mostFrequent(shapes) ?? 'none';
  return { isTrail: true, shape: shape === 'lines' && events === 1 ? 'object' : shape };
}

function withoutEvents(trail: Told, foreign: ReadonlyMap<number, number>): Nature {
  const other = mostFrequent(foreign);
  if (other !== undefined) return { isTrail: false, shape: 'none', foreign: FOREIGN[other] as Foreign };
  const head = trail.text.read(0, Math.min(HEAD, trail.text.length));
  if (EMPTY_RESPONSE.test(head) && RESPONSE_MARK.test(head)) return { isTrail: true, shape: 'lookup-response' };
  return { isTrail: false, shape: 'none', foreign: plainNature(head, trail) };
}

function plainNature(head: string, trail: Told): Foreign {
  if (head.trim().replace('\ufeff', '') === '') return 'empty';
  // eslint-disable-next-line no-control-regex -- control characters are what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001a]/.test(head) || head.includes('\ufffd\ufffd')) return 'binary';
  const first = head.trimStart().charAt(0);
  return first === '{' || first === '[' ? (trail.rows.size === 0 ? 'no-events' : 'none') : 'not-json';
}

/** The shape of one event: what it lies in. */
function shapeOfRow(trail: Told, row: number): Shape {
  const flags = trail.rows.flags(row);
  if ((flags & Flag.Sls) !== 0) return 'sls';
  if ((flags & Flag.LastUsed) !== 0) return 'last-used';
  if ((flags & Flag.EventBridge) !== 0) return 'eventbridge';
  const context = trail.contexts.name(trail.rows.context(row));
  if ((flags & Flag.Fragment) !== 0 && context === '') return 'fragment';
  if (context.includes('o')) return 'lookup-response';
  if (context !== '') return 'array';
  if (trail.rows.size === 1) return 'object';
  return (flags & (Flag.MultiLine | Flag.SameLine)) === 0 ? 'lines' : 'concatenated';
}

function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) {
      most = count;
      best = value;
    }
  }
  return best;
}
