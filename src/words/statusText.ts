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
  /** What the checks have found; undefined while they are at work. */
  readonly findings: number | undefined;
}

/** A limit that was reached: what is done without. */
export type Limit = 'colours' | 'long-lines' | 'depth' | 'length' | 'mistakes' | 'gaps' | 'large' | 'findings' | 'groups';

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

type Product = 'aws' | 'oss-notification' | 'platform-operation' | 'huawei-cts' | 'tencent' | 'ctyun';

/** What another product's records are. */
const PRODUCTS: Readonly<Record<Product, string>> = {
  aws: 'records of AWS CloudTrail',
  'oss-notification': 'OSS event notifications',
  'platform-operation': 'platform operation events',
  'huawei-cts': 'Huawei Cloud Trace Service',
  tencent: 'records of Tencent CloudAudit',
  ctyun: 'CTyun audit records',
};

/** The names by which another product's records were told. */
const MARKS: Readonly<Record<Product, string>> = {
  aws: 'awsRegion, eventID',
  'oss-notification': 'ossSchemaVersion, acs:oss',
  'platform-operation': 'EventProduct, EmployeeID',
  'huawei-cts': 'trace_id, trace_name',
  tencent: 'eventRegion',
  ctyun: 'eventType: { … }',
};

const LIMITS: Readonly<Record<Limit, string>> = {
  colours: 'No colours above 20 MB or 300,000 lines',
  'long-lines': 'No colours in lines above 20,000 characters',
  depth: 'Nested too deep: the innermost is not read',
  length: 'Events too long to be checked to their end',
  mistakes: 'More mistakes in one place than are listed',
  gaps: 'Text between events too long to be checked',
  large: 'Events above 4,194,304 characters: no hovers, hints and folding',
  findings: 'More findings than are shown: the last problem counts them',
  groups: 'More groups than the tree tells apart: the last of a list holds its rest',
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
    ...(condition.findings === undefined ? [] : [t('findings: {0}', number.format(condition.findings))]),
    ...(condition.damaged > 0 ? [t('damaged: {0}', number.format(condition.damaged))] : []),
    ...(condition.skipped > 0 ? [t('not understood: {0}', number.format(condition.skipped))] : []),
  ];
  return { text, detail: details.join(' · '), isWarning: condition.skipped > 0 || condition.damaged > 0, isBusy };
}

function isProduct(foreign: Foreign): foreign is Product {
  return foreign in PRODUCTS;
}

function foreignStatus(foreign: Foreign, t: Translate): StatusText {
  // Few words: the pop-up of the status does not break lines.
  return {
    text: isProduct(foreign) ? t('Not ActionTrail: {0}', t(PRODUCTS[foreign])) : foreignMessage(foreign, t),
    detail: isProduct(foreign) ? MARKS[foreign] : '',
    isWarning: foreign !== 'empty',
    isBusy: false,
  };
}

/** What the reader does without because of a limit. */
export function limitText(limit: Limit, t: Translate): string {
  return t(LIMITS[limit]);
}

function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
