import { type LeadReader } from '../trail/scan/leadReader';
import { MAX_REMEMBERED } from './limits';

interface Shape {
  /** The numbers of the leads of such a record, one after another. */
  readonly numbers: Uint16Array;
  readonly isSound: boolean;
}

/** The sequences of names that records have, and whether they are as they should be: decided once for all records that have the same. */
export class Shapes {
  private readonly known = new Map<number, Shape>();

  /** Whether the names of a record are sound; undefined for one that is not known. */
  isSound({ leads, count }: LeadReader): boolean | undefined {
    const shape = this.known.get(hashOf(leads, count));
    if (shape?.numbers.length !== count + 1) return undefined;
    for (let index = 0; index <= count; index++) if (shape.numbers[index] !== leads[index]?.number) return undefined;
    return shape.isSound;
  }

  /** Remembers a record that `isSound` did not know. */
  add({ leads, count }: LeadReader, isSound: boolean): void {
    if (this.known.size >= MAX_REMEMBERED) return;
    const numbers = Uint16Array.from({ length: count + 1 }, (_, index) => leads[index]?.number ?? 0);
    this.known.set(hashOf(leads, count), { numbers, isSound });
  }
}

/** FNV-1a over the numbers of the leads. */
function hashOf(leads: LeadReader['leads'], count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index <= count; index++) hash = Math.imul(hash ^ (leads[index]?.number ?? 0), 0x01000193);
  return hash;
}
