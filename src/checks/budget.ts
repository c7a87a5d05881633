import { type Finding, FindingCode } from './finding';
import { LIMIT_REASONS, type LimitReason, limitOf } from './limitReasons';
import { MAX_KEPT, MAX_PER_ROW } from './limits';

/** What findings are counted by: their code, or the bound that they say was reached, which many mistakes must not hide. */
type Kind = FindingCode | LimitReason;

const CODES = Object.values(FindingCode);
const KINDS: readonly Kind[] = [...CODES, ...LIMIT_REASONS];
const NUMBERS = new Map(KINDS.map((kind, number) => [kind, number]));

function kindOf(finding: Finding): Kind {
  return limitOf(finding) ?? finding.code;
}

/** What the checks found in a row: the findings that are kept, and how many more there were of each code. */
export interface RowFindings {
  readonly kept: readonly Finding[];
  /** Counts by the number of the kind; undefined where nothing was left out. */
  readonly dropped: Uint32Array | undefined;
}

/** Findings of a row up to which rows share what they hold: more combinations than these would take memory of their own. */
const MOST_SHARED = 3;

export const NO_FINDINGS: RowFindings = { kept: [], dropped: undefined };

/** One finding of each code without a place: it is counted in the place of those that there is no room for. */
const PLACELESS = new Map(CODES.map((code): [FindingCode, Finding] => [code, { code, start: 0, end: 0, data: {} }]));

/** Counts findings by code, and says which are still kept: a log of nothing but mistakes must not fill the memory. */
export class Budget {
  private readonly kept = new Uint32Array(KINDS.length);
  private readonly dropped = new Uint32Array(KINDS.length);
  /** What rows without a finding that is kept share, by their codes. */
  private readonly shared = new Map<number, RowFindings>();

  constructor(private readonly limit = MAX_KEPT) {}

  /** Counts what a row has been found to hold before. */
  count(row: RowFindings): void {
    for (const finding of row.kept) this.add(this.kept, kindOf(finding), 1);
    if (row.dropped !== undefined)
      for (let number = 0; number < KINDS.length; number++)
        this.dropped[number] = (this.dropped[number] ?? 0) + (row.dropped[number] ?? 0);
  }

  /** Takes back what `count` or `take` have counted of a row. */
  forget({ kept, dropped }: RowFindings): void {
    for (const finding of kept) this.add(this.kept, kindOf(finding), -1);
    if (dropped === undefined) return;
    for (let number = 0; number < KINDS.length; number++)
      this.dropped[number] = (this.dropped[number] ?? 0) - (dropped[number] ?? 0);
  }

  /** Keeps of a row's findings what there is room for, and counts the others. */
  take(findings: readonly Finding[]): RowFindings {
    if (findings.length === 0) return NO_FINDINGS;
    const shared = this.takeNone(findings);
    if (shared !== undefined) return shared;
    let dropped: Uint32Array | undefined;
    const kept = findings.filter((finding, index) => {
      const kind = kindOf(finding);
      const number = NUMBERS.get(kind) ?? 0;
      if ((index < MAX_PER_ROW || kind !== finding.code) && (this.kept[number] ?? 0) < this.limit) {
        this.kept[number] = (this.kept[number] ?? 0) + 1;
        return true;
      }
      dropped ??= new Uint32Array(KINDS.length);
      dropped[number] = (dropped[number] ?? 0) + 1;
      this.dropped[number] = (this.dropped[number] ?? 0) + 1;
      return false;
    });
    return { kept, dropped };
  }

  /** Counts findings of which none is kept: rows with the same ones share what says so, since in a log of mistakes there are many. */
  private takeNone(findings: readonly Finding[]): RowFindings | undefined {
    if (findings.length > MOST_SHARED) return undefined;
    let key = 0;
    for (const finding of findings) {
      const kind = kindOf(finding);
      if (this.hasRoom(kind)) return undefined;
      key = key * KINDS.length + (NUMBERS.get(kind) ?? 0) + 1;
    }
    let shared = this.shared.get(key);
    if (shared === undefined) {
      const dropped = new Uint32Array(KINDS.length);
      for (const finding of findings) this.add(dropped, kindOf(finding), 1);
      this.shared.set(key, (shared = { kept: [], dropped }));
    }
    for (const finding of findings) this.add(this.dropped, kindOf(finding), 1);
    return shared;
  }

  /** Counts findings that are not even made, since there is no room for them. */
  drop(code: FindingCode, count: number): void {
    this.add(this.dropped, code, count);
  }

  /**
   * What to give to `take` for a finding that would not be kept: nothing has to be made of it. Undefined where it would. Findings that are made and thrown
   * away live for long where others of their kind are kept: V8 learns to make them where it seldom looks for garbage.
   */
  unkept(code: FindingCode): Finding | undefined {
    return this.hasRoom(code) ? undefined : PLACELESS.get(code);
  }

  /** Whether one more finding of a kind would be kept. */
  hasRoom(kind: Kind): boolean {
    return (this.kept[NUMBERS.get(kind) ?? 0] ?? 0) < this.limit;
  }

  /** The bounds that were reached. */
  get reached(): readonly LimitReason[] {
    return LIMIT_REASONS.filter((reason) => (this.kept[NUMBERS.get(reason) ?? 0] ?? 0) > 0);
  }

  /** How many findings of each code there are, kept or not; codes without any are left out. */
  get totals(): ReadonlyMap<FindingCode, { readonly kept: number; readonly dropped: number }> {
    const totals = new Map<FindingCode, { kept: number; dropped: number }>();
    KINDS.forEach((kind, number) => {
      const code = number < CODES.length ? (kind as FindingCode) : FindingCode.Syntax;
      const before = totals.get(code);
      const kept = (this.kept[number] ?? 0) + (before?.kept ?? 0);
      const dropped = (this.dropped[number] ?? 0) + (before?.dropped ?? 0);
      if (kept + dropped > 0) totals.set(code, { kept, dropped });
    });
    return totals;
  }

  private add(counts: Uint32Array, kind: Kind, count: number): void {
    const number = NUMBERS.get(kind) ?? 0;
    counts[number] = (counts[number] ?? 0) + count;
  }
}
