import { type Report } from './inspect';

/** The reports of a folder's objects as one: the groups and counts added up, findings and skipped stretches with the object that they are in. */
export class FolderReport {
  private readonly reports: Report[] = [];
  private readonly ids = new Set<string>();
  private readonly unreadable: { readonly file: string; readonly reason: string }[] = [];
  private duplicates = 0;

  constructor(private readonly folder: string) {}

  /** Adds an object's report, with the ids of its events. */
  add(report: Report, ids: Iterable<string>): void {
    this.reports.push(report);
    for (const id of ids) {
      if (this.ids.has(id)) this.duplicates++;
      else this.ids.add(id);
    }
  }

  /** An object that could not be read, or not to its end. */
  fail(file: string, reason: string): void {
    this.unreadable.push({ file, reason });
  }

  get report(): Report {
    const trails = this.reports.filter(({ isTrail }) => isTrail);
    const groups = new Map<string, Map<string, number>>();
    for (const report of trails)
      for (const [name, accounts] of Object.entries(report.groups)) {
        const known = groups.get(name) ?? new Map<string, number>();
        groups.set(name, known);
        for (const [account, count] of Object.entries(accounts)) known.set(account, (known.get(account) ?? 0) + count);
      }
    const sum = (value: (report: Report) => number): number => trails.reduce((total, report) => total + value(report), 0);
    const filter = trails[0]?.filter;
    const foreign = this.reports.filter(({ isTrail }) => !isTrail);
    return {
      file: this.folder,
      isTrail: trails.length > 0,
      shape: shapeOf(trails),
      ...(trails.length > 0 ? {} : { reason: foreign[0]?.reason ?? 'No log is in this folder.' }),
      ...(filter === undefined ? {} : { filter }),
      events: sum(({ events }) => events),
      ...(filter === undefined ? {} : { hidden: sum(({ hidden = 0 }) => hidden) }),
      truncated: sum(({ truncated }) => truncated),
      duplicates: this.duplicates,
      elapsedMs: Math.round(this.reports.reduce((total, { elapsedMs }) => total + elapsedMs, 0) * 100) / 100,
      skipped: trails.flatMap(({ file, skipped }) => skipped.map((one) => ({ ...one, file }))),
      groups: Object.fromEntries([...groups].map(([name, accounts]) => [name, Object.fromEntries(accounts)])),
      findings: trails.flatMap(({ file, findings }) => findings.map((one) => ({ ...one, file }))),
      ...(this.unreadable.length + foreign.length === 0 ? {} : { unreadable: [...this.unreadable, ...foreign.map(asFailure)] }),
    };
  }
}

function asFailure({ file, reason }: Report): { readonly file: string; readonly reason: string } {
  return { file, reason: reason ?? '' };
}

/** The shape that most events have. */
function shapeOf(reports: readonly Report[]): Report['shape'] {
  const counts = new Map<Report['shape'], number>();
  for (const { shape, events } of reports) counts.set(shape, (counts.get(shape) ?? 0) + events);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'none';
}
