/** The last of `size` numbers from 0 for which `holds` is true; `holds` is true from 0 up to some number and false behind it. 0 where it never is. */
export function lastWhere(size: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = Math.max(0, size - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
