import { type OpenTrail } from '../../workspace/openTrail';
import { numberOf } from '../../workspace/display';
import { type ReferenceCounts } from '../../workspace/referenceCounts';
import { type EventId, type IdKind, idsOf } from '../references/ids';
import { idWord } from '../references/idWords';

/** What people follow from event to event; the others are in the list behind the lens. */
const SHOWN: ReadonlySet<IdKind> = new Set<IdKind>(['user', 'key', 'address', 'resource', 'request']);
/** The account itself: its name says nothing that its account does not. */
const ROOT = 'root';

/** How often the ids of an event occur in the open logs, for those that occur in more events than this one: `Access key ×12`. */
export async function countsOf(open: OpenTrail, row: number, counts: ReferenceCounts): Promise<readonly string[]> {
  const firsts = new Map<IdKind, EventId>();
  for (const id of idsOf(open.trail, row))
    if (SHOWN.has(id.kind) && id.value !== ROOT && !firsts.has(id.kind)) firsts.set(id.kind, id);
  const found = await Promise.all(
    [...firsts.values()].map(async (id) => ({ id, count: await counts.of(open.document, id.value) })),
  );
  return found.flatMap(({ id, count }) =>
    count === undefined || count.events < 2 ? [] : [`${idWord(id.kind)} ×${numberOf(count.events)}${count.isLeast ? '+' : ''}`],
  );
}
