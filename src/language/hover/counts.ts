import { Column, Flag } from '../../trail/scan/row';
import { type Trail } from '../../trail/trail';

/** How often events of a name stand in a log. */
export interface Occurrences {
  readonly count: number;
  readonly failed: number;
  /** How many of them are of the service asked for. */
  readonly ofService: number;
}

/** Pairs of name and service are counted up to this many; beyond it only names are. */
const MAX_PAIRS = 1 << 22;

/** The counts of all event names of a log, made in one pass over the integer codes of its columns and kept until the log changes. */
export class Counts {
  private constructor(
    private readonly trail: Trail,
    private readonly version: number,
    private readonly counts: Uint32Array,
    private readonly failures: Uint32Array,
    /** By name and service; empty where there are too many of them. */
    private readonly pairs: Uint32Array,
    private readonly services: number,
  ) {}

  private static readonly known = new WeakMap<Trail, Counts>();

  static of(trail: Trail): Counts {
    const known = Counts.known.get(trail);
    if (known?.version === trail.version) return known;
    const counts = Counts.make(trail);
    Counts.known.set(trail, counts);
    return counts;
  }

  /** The occurrences of a name without regard to case: both spellings are one operation. */
  find(name: string, serviceName: string): Occurrences {
    const names = this.trail.dictionary(Column.EventName);
    const service = this.serviceCode(serviceName);
    const lower = name.toLowerCase();
    let count = 0;
    let failed = 0;
    let ofService = 0;
    for (let code = 1; code < this.counts.length; code++) {
      if (this.counts[code] === 0) continue;
      const text = names.decode(code);
      if (text !== name && (text.length !== name.length || text.toLowerCase() !== lower)) continue;
      count += this.counts[code] ?? 0;
      failed += this.failures[code] ?? 0;
      ofService += service < 0 ? 0 : (this.pairs[code * this.services + service] ?? 0);
    }
    return { count, failed, ofService: this.pairs.length === 0 ? count : ofService };
  }

  private serviceCode(name: string): number {
    if (this.pairs.length === 0) return -1;
    const services = this.trail.dictionary(Column.ServiceName);
    for (let code = 0; code < this.services; code++) if (services.decode(code) === name) return code;
    return -1;
  }

  private static make(trail: Trail): Counts {
    const names = trail.dictionary(Column.EventName).size;
    const services = trail.dictionary(Column.ServiceName).size;
    const counts = new Uint32Array(names);
    const failures = new Uint32Array(names);
    const pairs = new Uint32Array(names * services <= MAX_PAIRS ? names * services : 0);
    trail.rows.forEachBlock((count, flags, codes) => {
      for (let index = 0, at = 0; index < count; index++, at += Column.Count) {
        if (((flags[index] as number) & Flag.Event) === 0) continue;
        const name = codes[at + Column.EventName] as number;
        const pair = name * services + (codes[at + Column.ServiceName] as number);
        counts[name] = (counts[name] as number) + 1;
        if (codes[at + Column.ErrorCode] !== 0) failures[name] = (failures[name] as number) + 1;
        if (pair < pairs.length) pairs[pair] = (pairs[pair] as number) + 1;
      }
    });
    return new Counts(trail, trail.version, counts, failures, pairs, services);
  }
}
