import { Column, Row } from '../trail/row';
import { type TextSource } from '../trail/source';
import { type Trail } from '../trail/trail';
import { type Part } from './parts';

/** Adds the parts of scans to a trail: their codes become those of the trail's own dictionaries. */
export class PartReader {
  private codes = noCodes();
  private readonly row = new Row();

  constructor(private readonly trail: Trail) {}

  take({ rows, values, contexts, isFirst, at, isLast }: Part, source: TextSource): void {
    const { trail, row } = this;
    if (isFirst) this.codes = noCodes();
    values.forEach((texts, column) => {
      const dictionary = trail.dictionary(column);
      const codes = this.codes[column] as number[];
      for (const text of texts) codes.push(dictionary.encode(text));
    });
    for (let index = 0; index < rows.count; index++) {
      row.flags = rows.flags[index] as number;
      row.time = rows.times[index] as number;
      row.eventId = rows.eventIds[index] as number;
      row.requestId = rows.requestIds[index] as number;
      for (let column = 0; column < Column.Count; column++)
        row.codes[column] = (this.codes[column] as number[])[rows.codes[index * Column.Count + column] as number] as number;
      trail.take(rows.starts[index] as number, rows.ends[index] as number, contexts[rows.contexts[index] as number] ?? '', row);
    }
    trail.taken(source, at, isLast);
  }
}

function noCodes(): number[][] {
  return Array.from({ length: Column.Count }, () => []);
}
