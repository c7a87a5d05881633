import * as vscode from 'vscode';
import { type OpenLog } from '../workspace/openLog';
import { shownMarks } from './markTexts';
import { describeFacets } from './model/describe';
import { type Counted } from './model/figures';
import { type Shown, type ShownCounted } from './model/shown';
import { type Reading } from './reader';

/** What was read, in words of the display language. */
export function shownOf(title: string, reading: Reading): Shown {
  const { facts, figures, marks, isPart, trail } = reading;
  return {
    ...figures,
    ...shownCounted(reading, figures),
    title,
    marks: shownMarks(trail, figures, marks),
    timeless: facts.timeless,
    hidden: facts.hidden,
    span: facts.span ?? { from: 0, to: 1 },
    isPart,
    progress: trail.isComplete ? 1 : trail.reached / Math.max(1, trail.text.length),
  };
}

/** The numbers of a part of it, in the same words. */
export function shownCounted({ trail, facts }: Reading, counted: Counted): ShownCounted {
  const language = vscode.env.language.startsWith('zh') ? 'zh' : 'en';
  return { events: counted.events, failures: counted.failures, facets: describeFacets(trail, facts, counted, language) };
}

/** Why nothing is shown of a log. */
export function emptyText({ trail, nature }: OpenLog): string {
  const { t } = vscode.l10n;
  if (!trail.isComplete) return t('Reading the log…');
  return nature.isTrail ? t('No event of this log has a time that can be read.') : t('No ActionTrail events are in this file.');
}
