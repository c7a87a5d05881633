import { upTo } from '../trail/level';
import { mergeSort } from '../trail/mergeSort';
import { Column, Flag, Row } from '../trail/row';
import { type Shape } from '../trail/shape';
import { type Steps, STEP } from '../trail/steps';
import { type Trail } from '../trail/trail';

/** The events of one object in columns; codes are those of the folder's trail. Offsets are those of the object's text. */
interface ObjectEvents {
  readonly object: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint32Array;
  readonly times: Float64Array;
  readonly eventIds: Uint32Array;
  readonly requestIds: Uint32Array;
  readonly codes: Uint32Array;
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
  private readonly all: ObjectEvents[] = [];
  private readonly shapes = new Map<Shape, number>();
  private count = 0;

  /** `trail` is the folder's: its dictionaries are used from the start. */
  constructor(private readonly trail: Trail) {}

  get size(): number {
    return this.count;
  }

  /** The shape that most events have. */
  get shape(): Shape {
    return [...this.shapes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'none';
  }

  /** Takes the events of an object, whose codes are those of the folder's trail; gives how many stretches of it were none. */
  add(object: number, trail: Trail, shape: Shape): number {
    const { rows } = trail;
    const events = trail.events;
    const one: ObjectEvents = {
      object,
      starts: new Uint32Array(events),
      ends: new Uint32Array(events),
      flags: new Uint32Array(events),
      times: new Float64Array(events),
      eventIds: new Uint32Array(events),
      requestIds: new Uint32Array(events),
      codes: new Uint32Array(events * Column.Count),
    };
    let at = 0;
    for (let row = 0; row < rows.size; row++) {
      if ((rows.flags(row) & Flag.Event) === 0) continue;
      one.starts[at] = rows.start(row);
      one.ends[at] = rows.end(row);
      one.flags[at] = rows.flags(row);
      one.times[at] = rows.time(row);
      one.eventIds[at] = rows.eventId(row);
      one.requestIds[at] = rows.requestId(row);
      for (let column = 0; column < Column.Count; column++) one.codes[at * Column.Count + column] = rows.code(row, column);
      at++;
    }
    this.all.push(one);
    this.count += events;
    this.shapes.set(shape, (this.shapes.get(shape) ?? 0) + events);
    return rows.size - events;
  }

  /** Gives all events to the folder's trail, in the order of time, in steps. Those without a time stay behind the one before them. */
  *give(): Steps<FolderPlaces> {
    const { trail, count } = this;
    this.all.sort((a, b) => a.object - b.object);
    const owners = new Uint32Array(count);
    const indexes = new Uint32Array(count);
    const times = new Float64Array(count);
    let at = 0;
    for (let owner = 0; owner < this.all.length; owner++) {
      const one = this.all[owner] as ObjectEvents;
      let time = -Infinity;
      for (let index = 0; index < one.times.length; index++) {
        if ((at & (STEP - 1)) === 0) yield;
        const own = one.times[index] as number;
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
      const one = this.all[owners[event] as number] as ObjectEvents;
      const index = indexes[event] as number;
      row.flags = (one.flags[index] as number) & ~(Flag.SameLine | Flag.MultiLine);
      row.time = one.times[index] as number;
      row.eventId = one.eventIds[index] as number;
      row.requestId = one.requestIds[index] as number;
      row.codes.set(one.codes.subarray(index * Column.Count, (index + 1) * Column.Count));
      const length = (one.ends[index] as number) - (one.starts[index] as number);
      trail.take(offset, offset + length, '', row);
      places.objects[line] = one.object;
      places.starts[line] = one.starts[index] as number;
      places.lines[line] = offset;
      offset += length + LINE_END.length;
    }
    places.lines[count] = offset;
    return places;
  }
}
