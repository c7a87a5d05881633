import * as vscode from 'vscode';
import { type Words } from './model/words';

/** What the overview says, in the language of the display. */
export function wordsNow(): Words {
  const { t } = vscode.l10n;
  return {
    language: vscode.env.language,
    kinds: {
      read: t('Read'),
      write: t('Write'),
      delete: t('Delete'),
      logon: t('Logon or identity'),
      order: t('Order'),
      platform: t('Platform'),
    },
    facets: { name: t('Event names'), account: t('Accounts'), address: t('Source addresses'), error: t('Error codes') },
    none: {
      name: t('(no event name)'),
      account: t('(no account)'),
      address: t('(no address)'),
      error: t('(no error code)'),
    },
    events: t('{0} events'),
    oneEvent: t('1 event'),
    failed: t('{0} failed'),
    succeeded: t('Succeeded'),
    failures: t('Failed'),
    byKind: t('Kinds'),
    byFailure: t('Failures'),
    colours: t('Colour the timeline by'),
    table: t('Tables'),
    pin: t('Pin'),
    pinTitle: t('Stay with this log; without it, the overview follows the active editor'),
    zoomIn: t('Zoom In'),
    zoomOut: t('Whole Log'),
    save: t('Save Picture…'),
    copy: t('Copy as Markdown'),
    clear: t('Clear Selection'),
    timeline: t('Events over time'),
    timelineHelp: t(
      'Arrow keys go from bar to bar, with Shift they select a span of time. Enter goes to the first event, Escape clears the selection.',
    ),
    heat: t('Accounts over time'),
    heatHelp: t('Which account acted when. The tables hold the same figures.'),
    marks: t('Bursts and first occurrences'),
    more: t('… and {0} more'),
    nothing: t('None'),
    timeless: t('{0} events without a time that can be read are left out'),
    hidden: t('{0} events hidden by the filter'),
    reading: t('{0}% read'),
    time: t('Time'),
    count: t('Events'),
    value: t('Value'),
    open: t('Open Log'),
    selected: t('Selected:'),
  };
}
