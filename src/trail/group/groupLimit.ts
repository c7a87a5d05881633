import { STEP, type Steps } from '../steps';

/** The groups of one depth that are not told apart: in each list they are one, which comes last. */
export interface Rest {
  /** The code of such a group: above those of values. */
  readonly code: number;
  /** How many groups it stands for in each list that has one, in the order of the groups that the lists are in. */
  readonly counts: readonly number[];
}

/** Groups of this size and above are taken as equally large. */
const LARGE = 1 << 16;

/**
 * Lets the groups of one depth beyond a limit, those with the fewest events, be one in each list, and gives what stands for them; undefined where there are
 * no more than the limit. `order` has the events in the order of their groups, and is to be made anew where there is a rest: codes were changed. What is in
 * the rest of an outer depth has one code here.
 */
export function* limitGroups(
  order: Uint32Array,
  codes: readonly Uint32Array[],
  depth: number,
  outer: Rest | undefined,
  limit: number,
): Steps<Rest | undefined> {
  const own = codes[depth] as Uint32Array;
  const isInOuter = (event: number): boolean => outer !== undefined && codes[depth - 1]?.[event] === outer.code;
  const sizes = new Uint32Array(LARGE + 1);
  let groups = 0;
  let code = 0;
  for (let at = 0, from = 0; at < order.length; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    code = Math.max(code, (own[order[at] as number] as number) + 1);
    if (at + 1 < order.length && !isBorder(order, codes, depth, at + 1)) continue;
    const size = Math.min(at + 1 - from, LARGE);
    from = at + 1;
    if (isInOuter(order[at] as number)) continue;
    sizes[size] = (sizes[size] as number) + 1;
    groups++;
  }
  if (groups <= limit) return undefined;
  let least = LARGE;
  let room = limit;
  while ((sizes[least] as number) <= room) room -= sizes[least--] as number;
  const counts: number[] = [];
  let hasRest = false;
  for (let at = 0, from = 0; at < order.length; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    if (at + 1 < order.length && !isBorder(order, codes, depth, at + 1)) continue;
    const size = Math.min(at + 1 - from, LARGE);
    if (from === 0 || isBorder(order, codes, depth - 1, from)) hasRest = false;
    if (!isInOuter(order[at] as number) && size <= least && (size < least || room-- <= 0)) {
      if (hasRest) counts.push((counts.pop() ?? 0) + 1);
      else counts.push(1);
      hasRest = true;
      for (let event = from; event <= at; event++) take(codes, depth, order[event] as number, code);
    }
    from = at + 1;
  }
  return { code, counts };
}

/** Whether a group of some depth or of one above it starts at a place of the order. */
function isBorder(order: Uint32Array, codes: readonly Uint32Array[], depth: number, at: number): boolean {
  const event = order[at] as number;
  const before = order[at - 1] as number;
  for (let by = depth; by >= 0; by--) if (codes[by]?.[event] !== codes[by]?.[before]) return true;
  return false;
}

/** Puts an event into the rest of a depth, in which there are no groups. */
function take(codes: readonly Uint32Array[], depth: number, event: number, code: number): void {
  for (let by = depth; by < codes.length; by++) (codes[by] as Uint32Array)[event] = by === depth ? code : 0;
}
