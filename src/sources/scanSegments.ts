import { type Platform, type WorkerPort } from '../platform/platform';
import { Flag } from '../trail/scan/row';
import { MAX_EVENTS, MAX_FILE } from './limits';
import { type Part } from './parts';
import { type ScanJob } from './scanJob';
import { type ScanOptions } from './scanParts';
import { bordersOf, isGap } from './segments';

/** Where a scan goes on. */
export interface ScanPlace {
  readonly from: number;
  readonly context: string;
  /** How many more events are taken. */
  readonly maxEvents: number;
}

/**
 * Scans a long log in several threads at once, a segment each, as far as it can be divided: a segment counts if the one before ended between two records
 * on the outermost level. Gives where a scan in one piece has to go on; undefined where all is done.
 */
export async function scanSegments(platform: Platform, job: ScanJob): Promise<ScanPlace | undefined> {
  const { source, options } = job;
  const { from = 0, context = '', maxEvents = MAX_EVENTS } = options;
  const end = Math.min(source.length, options.maxLength ?? MAX_FILE);
  const borders = source.isByteText && context === '' ? bordersOf(source, from, end, options.segment) : [];
  if (borders.length === 0 || platform.threads < 2) return { from, context, maxEvents };
  return new SegmentScan(platform, job, [from, ...borders, end]).run();
}

class SegmentScan {
  private readonly ports: WorkerPort[] = [];
  /** What has come of each segment, and has not been handed over. */
  private readonly segments: readonly Part[][];
  /** The next segment to be scanned, and the one whose parts are taken. */
  private next = 0;
  private current = 0;
  private room: number;
  /** Threads that are ahead of the others by too much: what they find has to be kept. */
  private readonly waiting: (() => void)[] = [];
  private finish: (place: ScanPlace | undefined) => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;

  constructor(
    private readonly platform: Platform,
    private readonly job: ScanJob,
    private readonly borders: readonly number[],
  ) {
    this.room = job.options.maxEvents ?? MAX_EVENTS;
    this.segments = borders.slice(1).map(() => []);
  }

  async run(): Promise<ScanPlace | undefined> {
    const { platform, job, borders } = this;
    const { signal } = job;
    const abort = (): void => {
      this.finish(undefined);
    };
    try {
      return await new Promise<ScanPlace | undefined>((resolve, reject) => {
        this.finish = resolve;
        this.fail = reject;
        signal.addEventListener('abort', abort);
        for (let count = 0; count < Math.min(platform.threads, this.segments.length); count++)
          if (!this.start()) resolve({ from: borders[0] ?? 0, context: '', maxEvents: this.room });
      });
    } finally {
      signal.removeEventListener('abort', abort);
      this.finish = () => undefined;
      for (const port of this.ports) port.dispose();
    }
  }

  /** Starts a thread; false where there is none. */
  private start(): boolean {
    const port = this.platform.startWorker(this.job.uri);
    if (port === undefined) return false;
    this.ports.push(port);
    let segment = -1;
    const go = (): void => {
      if (this.next >= this.segments.length) return;
      if (this.next - this.current > 2 * this.platform.threads) {
        this.waiting.push(go);
        return;
      }
      segment = this.next++;
      port.post(this.optionsOf(segment));
    };
    port.listen(
      (message) => {
        const part = message as Part;
        this.segments[segment]?.push(part);
        if (part.isLast) go();
        this.take();
      },
      (error) => {
        this.fail(error);
      },
    );
    go();
    return true;
  }

  private optionsOf(segment: number): ScanOptions {
    const isFinal = segment === this.segments.length - 1;
    const { window, maxWindow, partRows, partLength, maxLength, maxEvents } = this.job.options;
    const given = { window, maxWindow, partRows, partLength, maxLength, maxEvents };
    const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const from = this.borders[segment] ?? 0;
    const until = this.borders[segment + 1] ?? 0;
    return { ...options, from, ...(isFinal ? {} : { until }) };
  }

  /** Hands over what has come, in the order of the text. */
  private take(): void {
    for (let segment = this.segments[this.current]; segment !== undefined; segment = this.segments[this.current]) {
      const part = segment.shift();
      if (part === undefined) return;
      const { signal, took, source } = this.job;
      if (signal.aborted) return;
      const isFinal = this.current === this.segments.length - 1;
      const cut = cutAt(part, this.room);
      if (cut !== undefined) {
        took(cut);
        this.finish(undefined);
        return;
      }
      this.room -= eventsIn(part);
      took(isFinal ? part : { ...part, isLast: false });
      if (!part.isLast) continue;
      const border = this.borders[this.current + 1] ?? 0;
      if (isFinal) this.finish(undefined);
      else if (part.context !== '' || !isGap(source, part.at, border)) {
        this.finish({ from: part.at, context: part.context, maxEvents: this.room });
        return;
      }
      this.current++;
      for (const go of this.waiting.splice(0)) go();
    }
  }
}

function eventsIn({ rows }: Part): number {
  let events = 0;
  for (let row = 0; row < rows.count; row++) if (((rows.flags[row] as number) & Flag.Event) !== 0) events++;
  return events;
}

/** The part up to the last event that there is room for, where that is the limit. */
function cutAt(part: Part, room: number): Part | undefined {
  const { rows } = part;
  let left = room;
  for (let row = 0; row < rows.count; row++) {
    if (((rows.flags[row] as number) & Flag.Event) === 0 || --left > 0) continue;
    const at = rows.ends[row] as number;
    return { ...part, rows: { ...rows, count: row + 1 }, at, isLast: true, limit: 'events' };
  }
  return undefined;
}
