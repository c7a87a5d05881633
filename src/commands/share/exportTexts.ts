import * as vscode from 'vscode';
import { type RowFindings } from '../../checks/budget';
import { digestOf } from '../../share/export/digest';
import { exportEvents } from '../../share/export/exportEvents';
import { REDACT_KINDS } from '../../share/redact/kinds';
import { eventsOf } from '../../share/redact/pieces';
import { prepare, type Progress, type Redaction } from '../../share/redact/redact';
import { type Leak } from '../../share/redact/sweep';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { Beginning } from './beginning';
import { type ExportChoice } from './exportChoices';
import { type ExportedLog } from './exportedLog';
import { patternsFor } from './patterns';
import { findingsOf } from './report/findings';
import { htmlReport } from './report/html';
import { markdownReport } from './report/markdown';
import { type ReportContent } from './report/sheet';
import { trailOf } from './run';

/** Whether the event of a row is wanted. */
export type Wanted = (row: number) => boolean;

/** What was exported. */
export interface Made {
  readonly events: number;
  readonly damaged: number;
  /** Where the log was redacted. */
  readonly redacted?: RedactedExport;
}

/** What a redacted export can be judged by before it gets its name. */
export interface RedactedExport {
  /** The beginning of the same export without redaction. */
  readonly before: string;
  readonly after: string;
  /** There is more of both. */
  readonly isShort: boolean;
  /** How many values were replaced. */
  readonly values: number;
  /** What still looks like a secret. */
  readonly leaks: readonly Leak[];
  /** How many leaks there are, told or not. */
  readonly leakCount: number;
}

/** Makes the text of an export in steps; `write` gets it in parts, none of which ends within a character. `has` are the wanted events, all without it. */
export function* exportTexts(
  log: ExportedLog,
  choice: ExportChoice,
  has: Wanted | undefined,
  progress: Progress,
  write: (text: string) => void,
): Steps<Made> {
  if (!choice.redact) return yield* textsOf(log, choice, has, undefined, progress, write);
  const redaction = yield* redactionOf(log, has, progress);
  const after = new Beginning();
  const made = yield* textsOf(log, choice, has, redaction, progress, (text) => {
    after.add(text);
    write(text);
  });
  // A redaction keeps lengths: the same number of parts holds the same events.
  const before = new Beginning();
  const original = textsOf(log, choice, has, undefined, { share: 1 }, before.add);
  while (before.count < after.count && original.next().done !== true) yield;
  const { mapping, sweep } = redaction;
  return {
    ...made,
    redacted: {
      before: before.text(after.count),
      after: after.text(after.count),
      isShort: after.isCut,
      values: mapping.pairs.length,
      leaks: sweep.leaks,
      leakCount: sweep.count,
    },
  };
}

function* textsOf(
  log: ExportedLog,
  { format, columns }: ExportChoice,
  has: Wanted | undefined,
  redaction: Redaction | undefined,
  progress: Progress,
  write: (text: string) => void,
): Steps<Made> {
  if (format !== 'markdown' && format !== 'html') {
    const recordText =
      redaction === undefined ? (row: number) => log.recordText(row) : (row: number) => redaction.rewrite(log.recordText(row), 0);
    const request = { format, columns, ...(has === undefined ? {} : { has }) };
    return yield* exportEvents({ trail: log.trail, recordText }, request, write, progress);
  }
  const trail = redaction === undefined ? log.trail : yield* redactedTrail(log, has, redaction);
  const wanted = redaction === undefined ? has : undefined;
  const digest = yield* digestOf(trail, wanted);
  const t = vscode.l10n.t;
  const content: ReportContent = {
    name: log.log.title,
    digest,
    findings: yield* findingsOf(trail, wanted, t),
    note: has === undefined ? undefined : vscode.l10n.t('A part of the log: what the filter lets through.'),
    language: vscode.env.language,
    t,
  };
  write(format === 'html' ? htmlReport(content) : markdownReport(content));
  return { events: digest.events, damaged: 0 };
}

/** The redaction of the wanted events. */
function* redactionOf(log: ExportedLog, has: Wanted | undefined, progress: Progress): Steps<Redaction> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const options = { kinds: REDACT_KINDS, patterns: patternsFor(log.log.uri), key };
  return yield* prepare(eventsOf(log, yield* wantedRows(log, has)), options, progress);
}

/** The wanted events without their secrets, as a log of their own. */
function* redactedTrail(log: ExportedLog, has: Wanted | undefined, redaction: Redaction): Steps<Trail<RowFindings>> {
  const texts: string[] = [];
  for (const row of yield* wantedRows(log, has)) {
    texts.push(redaction.rewrite(log.recordText(row), 0));
    yield;
  }
  return (yield* trailOf(texts.join('\n'))) as Trail<RowFindings>;
}

/** Rows that are looked at before others have their turn. */
const STEP_ROWS = 16_384;

function* wantedRows({ trail }: ExportedLog, has: Wanted | undefined): Steps<readonly number[]> {
  const rows: number[] = [];
  for (let row = 0; row < trail.rows.size; row++) {
    if (row % STEP_ROWS === 0) yield;
    if (trail.isEvent(row) && has?.(row) !== false) rows.push(row);
  }
  return rows;
}
