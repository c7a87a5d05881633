import { upTo } from '../trail/group/level';
import { mergeSort } from '../trail/mergeSort';
import { Column, Flag, Row } from '../trail/scan/row';
import { type Shape } from '../trail/shape';
import { type Steps, STEP } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { type Batch } from './objectReader';
import { type PackedRows } from './parts';

/** The events of one object: rows of a batch. Offsets are those of the object's text. */
interface ObjectEvents {
  readonly object: number;
  readonly rows: PackedRows;
  readonly from: number;
  readonly to: number;
}

/** Where the rows of a folder's trail are in its objects, and where they lie in its text. */
export interface FolderPlaces {
  readonly objects: Uint32Array;
  readonly starts: Uint32Array;
  /** Offsets in the folder's text, one more than there are rows. */
  readonly lines: Float64Array;
}

/** What stands between two records in the folder's text. */
export const LINE_END = '\n';

/** Events in columns, object by object in whatever order they come. */
export class FolderEvents {
  private all: ObjectEvents[] = [];
  private readonly shapes = new Map<Shape, number>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The shape that most events have. */
  get shape(): Shape {
    return [...this.shapes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'none';
  }

  /** Takes the events of some objects, whose codes are those of the folder's trail. */
  add({ objects, rows }: Batch): void {
    let from = 0;
    for (const { number, events, shape } of objects) {
      if (events === 0) continue;
      this.all.push({ object: number, rows, from, to: (from += events) });
      this.count += events;
      this.shapes.set(shape, (this.shapes.get(shape) ?? 0) + events);
    }
  }

  /** Forgets the events of some objects. */
  drop(objects: ReadonlySet<number>): void {
    this.all = this.all.filter(({ object }) => !objects.has(object));
    this.count = this.all.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** Gives all events to a trail, in the order of time, in steps. Those without a time stay behind the one before them. */
  *give(trail: Trail): Steps<FolderPlaces> {
    const { count } = this;
    const all = [...this.all].sort((a, b) => a.object - b.object);
    const owners = new Uint32Array(count);
    const indexes = new Uint32Array(count);
    const times = new Float64Array(count);
    let at = 0;
    for (let owner = 0; owner < all.length; owner++) {
      const { rows, from, to } = all[owner] as ObjectEvents;
      let time = -Infinity;
      for (let index = from; index < to; index++) {
        if ((at & (STEP - 1)) === 0) yield;
        const own = rows.times[index] as number;
        if (!Number.isNaN(own)) time = own;
        owners[at] = owner;
        indexes[at] = index;
        times[at++] = time;
      }
    }
    const order = yield* mergeSort(upTo(count), (a, b) => (times[a] as number) > (times[b] as number));
    const places = { objects: new Uint32Array(count), starts: new Uint32Array(count), lines: new Float64Array(count + 1) };
    const row = new Row();
    let offset = 0;
    for (let line = 0; line < count; line++) {
      if ((line & (STEP / 4 - 1)) === 0) yield;
      const event = order[line] as number;
      const { object, rows } = all[owners[event] as number] as ObjectEvents;
      const index = indexes[event] as number;
      row.flags = (rows.flags[index] as number) & ~(Flag.SameLine | Flag.MultiLine);
      row.time = rows.times[index] as number;
      row.eventId = rows.eventIds[index] as number;
      row.requestId = rows.requestIds[index] as number;
      row.codes.set(rows.codes.subarray(index * Column.Count, (index + 1) * Column.Count));
      const length = (rows.ends[index] as number) - (rows.starts[index] as number);
      trail.take(offset, offset + length, '', row);
      places.objects[line] = object;
      places.starts[line] = rows.starts[index] as number;
      places.lines[line] = offset;
      offset += length + LINE_END.length;
    }
    places.lines[count] = offset;
    return places;
  }
}
