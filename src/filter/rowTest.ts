import { type Dictionary } from '../trail/scan/dictionary';
import { type Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';

/** Whether the event of a row is one that is looked for. */
export type RowTest = (row: number) => boolean;

export const ANY: RowTest = () => true;
export const NONE: RowTest = () => false;

/** A test of a column that judges each of its values once, however many rows have it. `holds` gets the value's text. */
export function byColumn(trail: Trail, column: Column, holds: (text: string) => boolean): RowTest {
  const judged = new Judged(trail.dictionary(column), holds);
  const { rows } = trail;
  return (row) => judged.holds(rows.code(row, column));
}

/** The values of a dictionary, judged when they are asked for. */
export class Judged {
  private verdicts = new Uint8Array(64);

  constructor(
    private readonly dictionary: Dictionary,
    private readonly judge: (text: string) => boolean,
  ) {}

  holds(code: number): boolean {
    const verdict = this.verdicts[code];
    if (verdict === YES) return true;
    if (verdict === NO) return false;
    if (verdict === undefined) this.grow(code);
    const holds = this.judge(this.dictionary.decode(code));
    this.verdicts[code] = holds ? YES : NO;
    return holds;
  }

  private grow(code: number): void {
    const larger = new Uint8Array(Math.max(code + 1, this.verdicts.length * 4));
    larger.set(this.verdicts);
    this.verdicts = larger;
  }
}

const YES = 1;
const NO = 2;
