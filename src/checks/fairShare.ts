/**
 * Shares `limit` places among what wants them: whoever wants less than an equal part gets all of it, and the others share what is left over.
 * No one gets nothing while there is a place for each.
 */
export function fairShare<Key>(wanted: ReadonlyMap<Key, number>, limit: number): ReadonlyMap<Key, number> {
  const shares = new Map<Key, number>();
  let left = limit;
  let waiting = wanted.size;
  for (const [key, count] of [...wanted].sort(([, a], [, b]) => a - b)) {
    const share = Math.min(count, Math.floor(left / waiting));
    shares.set(key, share);
    left -= share;
    waiting--;
  }
  return shares;
}
