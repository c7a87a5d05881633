import { Column, Row } from '../trail/scan/row';
import { type TextSource } from '../trail/source';
import { type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { TAKEN_AT_ONCE } from './limits';
import { type Part } from './parts';

/** Adds the parts of scans to a trail: their codes become those of the trail's own dictionaries. */
export class PartReader {
  private codes = noCodes();
  private readonly row = new Row();

  constructor(private readonly trail: Trail) {}

  /** Adds a part in steps; what has been added at a yield can be read like the rest of the trail. */
  *take({ rows, values, contexts, isFirst, at, isLast }: Part, source: TextSource): Steps<void> {
    const { trail, row } = this;
    if (isFirst) this.codes = noCodes();
    for (let column = 0; column < Column.Count; column++) {
      const dictionary = trail.dictionary(column);
      const codes = this.codes[column] as number[];
      const texts = values[column] ?? [];
      for (let index = 0; index < texts.length; index++) {
        if (index > 0 && index % TAKEN_AT_ONCE === 0) yield;
        codes.push(dictionary.encode(texts[index] as string));
      }
    }
    for (let index = 0; index < rows.count; index++) {
      if (index > 0 && index % TAKEN_AT_ONCE === 0) {
        trail.taken(source, rows.ends[index - 1] as number, false);
        yield;
      }
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
