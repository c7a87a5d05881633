import { Column } from '../trail/scan/row';
import { type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { TAKEN_AT_ONCE } from './limits';
import { type Batch } from './objectReader';

/** Makes the codes of one reader's batches those of a trail's own dictionaries. */
export class BatchReader {
  private readonly codes: readonly number[][] = Array.from({ length: Column.Count }, () => []);

  constructor(private readonly trail: Trail) {}

  *take({ rows, values }: Batch): Steps<void> {
    for (let column = 0; column < Column.Count; column++) {
      const dictionary = this.trail.dictionary(column);
      const codes = this.codes[column] as number[];
      const texts = values[column] ?? [];
      for (let index = 0; index < texts.length; index++) {
        if (index > 0 && index % TAKEN_AT_ONCE === 0) yield;
        codes.push(dictionary.encode(texts[index] as string));
      }
    }
    for (let row = 0; row < rows.count; row++) {
      if (row > 0 && row % TAKEN_AT_ONCE === 0) yield;
      for (let column = 0; column < Column.Count; column++) {
        const at = row * Column.Count + column;
        rows.codes[at] = (this.codes[column] as number[])[rows.codes[at] as number] as number;
      }
    }
  }
}
