import { fromByteText } from '../trail/scan/byteText';
import { Column, createDictionaries, type Dictionaries, Flag } from '../trail/scan/row';
import { Scanner } from '../trail/scan/scanner';
import { type BlockSource } from './blockSource';
import { FILE_WINDOW, MAX_EVENTS, MAX_FILE, MAX_WINDOW, PART_LENGTH, PART_ROWS } from './limits';
import { Packer, type Part } from './parts';

/** Where a scan begins and ends, and how much it takes at once; the rest is for tests. */
export interface ScanOptions {
  readonly from?: number;
  readonly context?: string;
  /** Where somebody else goes on: the text does not end there. */
  readonly until?: number;
  readonly window?: number;
  readonly maxWindow?: number;
  readonly maxEvents?: number;
  readonly maxLength?: number;
  readonly partRows?: number;
  readonly partLength?: number;
  readonly segment?: number;
}

/** Scans a file in windows; gives its rows in parts. Nothing of the text is kept. */
export function* scanParts(source: BlockSource, options: ScanOptions = {}): Generator<Part, void, undefined> {
  const { from = 0, window: first = FILE_WINDOW, maxWindow = MAX_WINDOW, maxEvents = MAX_EVENTS } = options;
  const { maxLength = MAX_FILE, partRows = PART_ROWS, partLength = PART_LENGTH } = options;
  const length = Math.min(source.length, maxLength);
  const { until = length } = options;
  const dictionaries = createDictionaries(source.isByteText ? fromByteText : undefined);
  const scanner = new Scanner(dictionaries, source.isByteText);
  const packer = new Packer(partRows);
  const handed = new Array<number>(Column.Count).fill(0);
  let { context = '' } = options;
  let at = from;
  let told = from;
  let window = first;
  let events = 0;
  let isFirst = true;
  for (let isLast = false; !isLast;) {
    const base = at;
    const end = Math.min(until, base + window);
    const isFinal = end === length || window >= maxWindow;
    const place = scanner.scan(source.scanText(base, end), base, 0, context, isFinal, {
      take: (start, rowEnd, rowContext, row) => {
        const isEvent = (row.flags & Flag.Event) !== 0;
        const { lastFlags } = packer;
        // Stretches that were skipped one after another are one row: a file of nothing else must not make millions.
        if (!isEvent && lastFlags !== undefined && (lastFlags & Flag.Event) === 0) packer.extendLast(base + rowEnd);
        else packer.add(base + start, base + rowEnd, rowContext, row);
        if (isEvent) events++;
        return !packer.isFull && events < maxEvents;
      },
    });
    at = base + place.at;
    ({ context } = place);
    window = place.needsMore && place.at === 0 ? Math.min(maxWindow, window * 2) : first;
    const isEnd = end === until && !place.stopped;
    const isOver = events >= maxEvents;
    isLast = isEnd || isOver;
    if (!isLast && !packer.isFull && at - told < partLength) continue;
    told = at;
    const limit = isOver ? 'events' : until === length && length < source.length ? 'size' : undefined;
    yield {
      rows: packer.pack(),
      values: gained(dictionaries, handed),
      contexts: packer.contextNames,
      isFirst,
      at: isEnd && until === length ? length : at,
      context,
      isLast,
      ...(isLast && limit !== undefined ? { limit } : {}),
    };
    isFirst = false;
  }
}

/** The values that dictionaries have gained since they were handed over the last time. */
export function gained(dictionaries: Dictionaries, handed: number[]): string[][] {
  return dictionaries.map((dictionary, column) => {
    const from = handed[column] ?? 0;
    handed[column] = dictionary.size;
    return Array.from({ length: dictionary.size - from }, (_, index) => dictionary.decode(from + index));
  });
}
