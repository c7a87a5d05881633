import * as vscode from 'vscode';
import { hasFailed } from '../../trail/group/failures';
import { type Occurrence } from '../../trail/occurrences';
import { Column } from '../../trail/scan/row';
import { type Trail } from '../../trail/trail';
import { visible } from '../../words/visible';

/** What the keys go along: all events, those with the cursor's event's name or account, the failed ones. */
export type TargetKind = 'event' | 'name' | 'account' | 'failure';

/** Which events are gone to, what of them is selected, and what is said of them. */
export interface Target {
  readonly holds: (row: number) => boolean;
  /** The member of the event whose value is selected. */
  readonly member: readonly string[];
  readonly say: (found: Occurrence) => string;
  readonly sayNone: () => string;
}

const MAX_NAME = 60;

/** The events that a command goes to from a row; undefined where the row has nothing that they could share. */
export function targetOf(kind: TargetKind, trail: Trail, row: number): Target | undefined {
  switch (kind) {
    case 'event':
      return {
        holds: () => true,
        member: ['eventName'],
        say: ({ place, count }) => vscode.l10n.t('Event {0} of {1}', place, count),
        sayNone: () => vscode.l10n.t('The log holds no event.'),
      };
    case 'failure':
      return {
        holds: (one) => hasFailed(trail, one),
        member: ['errorCode'],
        say: ({ row: one, place, count }) =>
          vscode.l10n.t('Failure {0} of {1}: {2}', place, count, visible(trail.value(one, Column.ErrorCode), MAX_NAME)),
        sayNone: () => vscode.l10n.t('No event of this log failed.'),
      };
    case 'name':
      return sharing(trail, row, Column.EventName, ['eventName']);
    case 'account':
      return sharing(trail, row, Column.Account, ['userIdentity', 'accountId']);
  }
}

/** The events with the value that a row has in a column. */
function sharing(trail: Trail, row: number, column: Column, member: readonly string[]): Target | undefined {
  if (row < 0 || !Number.isInteger(row) || !trail.isEvent(row)) return undefined;
  return withCode(trail, column, trail.rows.code(row, column), member);
}

/** The events with a value in a column, by its code. */
export function withCode(trail: Trail, column: Column, code: number, member: readonly string[]): Target {
  const value = visible(trail.dictionary(column).decode(code), MAX_NAME);
  return {
    holds: (one) => trail.rows.code(one, column) === code,
    member,
    say: ({ place, count }) =>
      count === 1 ? vscode.l10n.t('{0}: the only one in this log', value) : vscode.l10n.t('{0}: {1} of {2}', value, place, count),
    sayNone: () => vscode.l10n.t('No event of this log is like this one.'),
  };
}
