import { type Foreign, type Nature, type Shape } from '../trail/shape';
import { foreignMessage, type Translate } from './messages';

/** What is known of a log for its status. */
export interface Condition {
  readonly nature: Nature;
  /** How much has been read, from 0 to 1. */
  readonly read: number;
  readonly events: number;
  /** Events in which the text is damaged. */
  readonly damaged: number;
  /** Stretches in which no event was understood. */
  readonly skipped: number;
  /** Limits that were reached. */
  readonly limits: readonly Limit[];
}

/** A limit that was reached: what is done without. */
export type Limit = 'colours' | 'long-lines' | 'depth' | 'length';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly isWarning: boolean;
  readonly isBusy: boolean;
}

const SHAPES: Readonly<Record<Shape, string>> = {
  object: 'one event',
  array: 'JSON array',
  lines: 'JSON Lines',
  concatenated: 'objects one after another',
  'lookup-response': 'LookupEvents response',
  sls: 'Simple Log Service records',
  'last-used': 'GetAccessKeyLastUsedEvents response',
  eventbridge: 'EventBridge events',
  csv: 'CSV',
  fragment: 'part of an event',
  none: 'no events',
};

/** The names by which another product's records were told. */
const TOLD_BY: Partial<Readonly<Record<Foreign, string>>> = {
  aws: 'awsRegion, eventID, sourceIPAddress',
  'oss-notification': 'ossSchemaVersion, acs:oss',
  'platform-operation': 'EventProduct, EmployeeID',
  'huawei-cts': 'trace_id, trace_name',
  tencent: 'eventRegion',
  ctyun: 'eventType: { … }',
};

const LIMITS: Readonly<Record<Limit, string>> = {
  colours: 'VS Code gives no colours to files over 20 MB or 300,000 lines.',
  'long-lines': 'VS Code gives no colours to lines over 20,000 characters.',
  depth: 'Some events are nested too deep to be read to their last level.',
  length: 'Some events are too long to be checked to their end.',
};

/** What the status of a log says, in the user's language by `t`. */
export function statusOf(condition: Condition, language: string, t: Translate): StatusText {
  const { nature, read, events } = condition;
  const isBusy = read < 1;
  if (isBusy && !nature.isTrail) return { text: t('Reading …'), detail: percent(read, language), isWarning: false, isBusy };
  if (!nature.isTrail) return foreignStatus(nature.foreign ?? 'none', t);
  const number = new Intl.NumberFormat(language);
  const text = events === 1 ? t('1 event') : t('{0} events', number.format(events));
  const details = [
    ...(isBusy ? [t('reading, {0}', percent(read, language))] : []),
    t(SHAPES[nature.shape]),
    ...(condition.damaged > 0 ? [t('damaged: {0}', number.format(condition.damaged))] : []),
    ...(condition.skipped > 0 ? [t('not understood: {0}', number.format(condition.skipped))] : []),
    ...condition.limits.map((limit) => t(LIMITS[limit])),
  ];
  return { text, detail: details.join(' · '), isWarning: condition.skipped > 0 || condition.damaged > 0, isBusy };
}

function foreignStatus(foreign: Foreign, t: Translate): StatusText {
  const told = TOLD_BY[foreign];
  const why = told === undefined ? '' : ` ${t('Told by: {0}', told)}`;
  const isEmpty = foreign === 'empty';
  return {
    text: isEmpty ? t('The file is empty.') : t('Not an ActionTrail log'),
    detail: isEmpty ? '' : `${foreignMessage(foreign, t)}${why}`,
    isWarning: !isEmpty,
    isBusy: false,
  };
}

function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
