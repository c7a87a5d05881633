import * as vscode from 'vscode';
import { type FieldName } from '../filter/field';
import { Derived, type GroupKey } from '../trail/group/groupKeys';
import { Column } from '../trail/scan/row';

/** What events can be grouped by, with the field of the filter that asks for a value of it. */
export const GROUPINGS = {
  name: { key: Column.EventName, field: 'name', icon: 'symbol-event' },
  account: { key: Column.Account, field: 'account', icon: 'account' },
  user: { key: Column.User, field: 'user', icon: 'person' },
  accessKey: { key: Column.AccessKey, field: 'key', icon: 'key' },
  service: { key: Column.ServiceName, field: 'service', icon: 'server-process' },
  region: { key: Column.Region, field: 'region', icon: 'globe' },
  address: { key: Column.SourceAddress, field: 'address', icon: 'broadcast' },
  error: { key: Column.ErrorCode, field: 'error', icon: 'warning' },
  resource: { key: Derived.Resource, field: 'resource', icon: 'package' },
  type: { key: Column.EventType, field: 'type', icon: 'symbol-enum' },
  access: { key: Column.EventRW, field: 'rw', icon: 'edit' },
  identity: { key: Column.IdentityType, field: 'identity', icon: 'shield' },
  hour: { key: Derived.Hour, field: 'hour', icon: 'clock' },
  file: { key: Derived.File, field: 'file', icon: 'file' },
} as const satisfies Readonly<Record<string, { readonly key: GroupKey; readonly field: FieldName; readonly icon: string }>>;

export type GroupingId = keyof typeof GROUPINGS;
export const GROUPING_IDS = Object.keys(GROUPINGS) as readonly GroupingId[];

/** The outer groups and those in them. */
export type Grouping = readonly [GroupingId, GroupingId];

/** The grouping of a key. */
export function groupingIdOf(key: GroupKey): GroupingId {
  return GROUPING_IDS.find((id) => GROUPINGS[id].key === key) ?? 'name';
}

export function groupingOf(key: GroupKey): (typeof GROUPINGS)[GroupingId] {
  return GROUPINGS[groupingIdOf(key)];
}

const WORDS: Readonly<Record<GroupingId, string>> = {
  name: 'Event name',
  account: 'Account',
  user: 'User or role session',
  accessKey: 'Access key',
  service: 'Service',
  region: 'Region',
  address: 'Source address',
  error: 'Error code',
  resource: 'Resource',
  type: 'Event type',
  access: 'Read or write',
  identity: 'Type of identity',
  hour: 'Hour of the day',
  file: 'File',
};

export function groupingWord(id: GroupingId): string {
  return vscode.l10n.t(WORDS[id]);
}

/** Lets the user choose the outer groups and those in them. */
export async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const title = vscode.l10n.t('Group Events By');
  const outer = await pick(title, vscode.l10n.t('The outer groups'), GROUPING_IDS, current[0]);
  if (outer === undefined) return undefined;
  const others = GROUPING_IDS.filter((id) => id !== outer);
  const inner = await pick(title, vscode.l10n.t('The groups in each of them'), others, current[1]);
  return inner && [outer, inner];
}

async function pick(
  title: string,
  placeHolder: string,
  ids: readonly GroupingId[],
  current: GroupingId,
): Promise<GroupingId | undefined> {
  const items = [...ids]
    .sort((a, b) => Number(b === current) - Number(a === current))
    .map((id) => ({ label: groupingWord(id), iconPath: new vscode.ThemeIcon(GROUPINGS[id].icon), id }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.id;
}
