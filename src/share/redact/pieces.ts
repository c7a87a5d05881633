import { Flag } from '../../trail/scan/row';
import { type Log } from '../../trail/log';
import { type Trail } from '../../trail/trail';

/** A text in pieces, none of which cuts a record. */
export interface Pieces {
  readonly count: number;
  /** The text of a piece. */
  read(piece: number): string;
  /** Where the record of a piece starts in it; -1 where it has none. */
  recordAt(piece: number): number;
}

/** The whole text of a log, a record with what stands before it a piece. */
export function piecesOf(trail: Trail): Pieces {
  const { rows } = trail;
  const count = rows.size;
  const tail = count === 0 ? 0 : rows.end(count - 1);
  return {
    count: count + 1,
    read: (piece) =>
      piece < count ? trail.text.read(trail.gapStart(piece), rows.end(piece)) : trail.text.read(tail, trail.text.length),
    recordAt: (piece) =>
      piece < count && (rows.flags(piece) & Flag.Event) !== 0 ? rows.start(piece) - trail.gapStart(piece) : -1,
  };
}

/** The events of some rows, one a piece. */
export function eventsOf(log: Pick<Log, 'recordText'>, rows: readonly number[]): Pieces {
  return { count: rows.length, read: (piece) => log.recordText(rows[piece] ?? -1), recordAt: () => 0 };
}
