import { type Digest } from '../../../share/export/digest';
import { formatUtc } from '../../../knowledge/times';
import { type Translate } from '../../../words/messages';
import { type Cell } from '../../../words/markdownTable';

/** A kind of finding of the log, for a report. */
export interface FindingCount {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly count: number;
}

/** What a report is made of. */
export interface ReportContent {
  /** The log's name. */
  readonly name: string;
  readonly digest: Digest;
  readonly findings: readonly FindingCount[];
  /** Words about how much of the log it is, ours. */
  readonly note: string | undefined;
  readonly language: string;
  readonly t: Translate;
}

/** A table of a report: values of the log, apart from the head and from numbers, which are ours. */
export interface Sheet {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is said where there is nothing, or where not all is shown. */
  readonly remark: string | undefined;
}

const log = (text: string): Cell => ({ text, isOurs: false });
const ours = (text: string): Cell => ({ text, isOurs: true });
const time = (ms: number): Cell => ours(Number.isNaN(ms) ? '–' : formatUtc(ms));

/** The tables of a report, in order. */
export function sheetsOf({ digest, findings, language, t }: ReportContent): readonly Sheet[] {
  const number = (value: number): Cell => ours(value.toLocaleString(language));
  const more = (shown: number, all: number): string | undefined =>
    shown < all ? t('The first {0} of {1} rows.', shown.toLocaleString(language), all.toLocaleString(language)) : undefined;
  return [
    {
      title: t('Who did what'),
      head: [t('Account'), t('User'), t('Service'), t('Event'), t('Count'), t('Failed'), t('First'), t('Last')],
      rows: digest.deeds.map((deed) => [
        log(deed.account),
        log(deed.user),
        log(deed.service),
        log(deed.event),
        number(deed.count),
        number(deed.failures),
        time(deed.first),
        time(deed.last),
      ]),
      remark: digest.deeds.length === 0 ? t('No events.') : more(digest.deeds.length, digest.deedCount),
    },
    {
      title: t('What failed'),
      head: [t('Error'), t('Service'), t('Event'), t('Account'), t('User'), t('Count'), t('First'), t('Last')],
      rows: digest.failed.map((deed) => [
        log(deed.error),
        log(deed.service),
        log(deed.event),
        log(deed.account),
        log(deed.user),
        number(deed.count),
        time(deed.first),
        time(deed.last),
      ]),
      remark: digest.failed.length === 0 ? t('Nothing failed.') : more(digest.failed.length, digest.failedCount),
    },
    {
      title: t('Findings'),
      head: [t('Severity'), t('Code'), t('Message'), t('Count')],
      rows: findings.map(({ severity, code, message, count }) => [ours(severity), ours(code), log(message), number(count)]),
      remark: findings.length === 0 ? t('No findings.') : undefined,
    },
  ];
}

/** The lines at the top of a report. */
export function summaryOf({ digest, note, language, t }: ReportContent): readonly string[] {
  const lines = [
    t('Events: {0}', digest.events.toLocaleString(language)),
    t('Failed: {0}', digest.failures.toLocaleString(language)),
  ];
  const { timeline } = digest;
  if (timeline !== undefined) lines.push(t('From {0} to {1}', formatUtc(timeline.first), formatUtc(timeline.last)));
  if (note !== undefined) lines.push(note);
  return lines;
}
