import * as vscode from 'vscode';
import { Derived } from '../trail/group/groupKeys';
import { Column } from '../trail/scan/row';
import { hasFailed } from '../trail/group/failures';
import { type EventTree } from './eventTree';
import { groupingIdOf, groupingOf, groupingWord } from './groupings';
import { accountIcon, eventIcon, FINDING_ICONS, kindIcon, SPAN_ICON, STRETCH_ICON, valueIcon } from './icons';
import { MARK_ICONS, markText } from './markWords';
import { kindOf } from '../filter/meaning';
import { shortMeaning } from './meanings';
import { shortTime, spanName } from './moments';
import {
  type EventNode,
  type FindingNode,
  type GroupNode,
  groupsOf,
  type LimitNode,
  type RestNode,
  type SpanNode,
  type StretchNode,
  type TreeNode,
} from './node';
import { usersOf } from './people';
import { label } from '../words/label';
import { numberOf } from '../workspace/display';
import { counts, joined, kindWord, nothing, severityWord, spokenCounts } from './words';

/** The command behind a click or Enter on an event. */
export const OPEN = 'trail.explorer.open';
/** User names behind an account. */
const SHOWN_USERS = 3;

/** How a node looks; `withMeaning`: what an event name means stands beside it. The tooltip is made when it is asked for. */
export function itemOf(node: TreeNode, tree: EventTree, isExpanded: boolean, withMeaning: boolean): vscode.TreeItem {
  const item = makeItem(node, tree, withMeaning);
  item.id = node.id;
  // Findings are what an event is opened for: they are seen at once.
  if (node.kind === 'event' && tree.children(node).length > 0) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  if (node.kind !== 'event' && node.kind !== 'finding' && node.kind !== 'limit')
    item.collapsibleState = isExpanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  return item;
}

function makeItem(node: TreeNode, tree: EventTree, withMeaning: boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node, tree, withMeaning);
    case 'rest':
      return restItem(node, tree);
    case 'stretch':
      return stretchItem(node, tree);
    case 'span':
      return spanItem(node);
    case 'event':
      return eventItem(node, tree);
    case 'finding':
      return findingItem(node);
    case 'limit':
      return limitItem(node);
  }
}

function groupItem(node: GroupNode, tree: EventTree, withMeaning: boolean): vscode.TreeItem {
  switch (tree.column(node.group)) {
    case Column.EventName:
      return nameItem(node, tree, withMeaning);
    case Column.Account:
      return accountItem(node, tree);
    default:
      return valueItem(node, tree);
  }
}

/** A group by anything else. */
function valueItem(node: GroupNode, tree: EventTree): vscode.TreeItem {
  const { group } = node;
  const key = tree.column(group);
  const count = tree.groups.count(group);
  const failures = tree.groups.failuresOf(group);
  const value = tree.value(group);
  const name = value === '' ? nothing(key) : key === Derived.Hour ? `${value}:00` : label(value);
  const item = new vscode.TreeItem(name);
  item.description = counts(count, failures);
  item.iconPath = valueIcon(groupingOf(key).icon, failures, count);
  item.contextValue = eventNameOf(node, tree) === undefined ? 'value' : 'value named';
  item.accessibilityInformation = { label: spoken(groupingWord(groupingIdOf(key)), name, spokenCounts(count, failures)) };
  return item;
}

function nameItem(node: GroupNode, tree: EventTree, withMeaning: boolean): vscode.TreeItem {
  const { group } = node;
  const count = tree.groups.count(group);
  const failures = tree.groups.failuresOf(group);
  const name = label(tree.value(group)) || nothing(Column.EventName);
  const item = new vscode.TreeItem(name);
  const rows = tree.rows(node);
  const kind = kindOf(tree.trail, rows[0] ?? 0);
  const meaning = withMeaning && tree.value(group) !== '' ? label(shortMeaning(tree.trail, rows)) : '';
  item.description = joined(counts(count, failures), meaning);
  item.iconPath = kindIcon(kind, failures, count);
  item.contextValue = 'name named';
  item.accessibilityInformation = { label: spoken(name, meaning, kindWord(kind), spokenCounts(count, failures)) };
  return item;
}

function accountItem(node: GroupNode, tree: EventTree): vscode.TreeItem {
  const { group } = node;
  const count = tree.groups.count(group);
  const failures = tree.groups.failuresOf(group);
  const users = usersOf(tree.trail, tree.rows(node));
  const more = users.length > SHOWN_USERS ? ` +${numberOf(users.length - SHOWN_USERS)}` : '';
  const names = users.slice(0, SHOWN_USERS).map(label).join(', ') + more;
  const value = tree.value(group);
  const name = label(value) || nothing(Column.Account);
  const item = new vscode.TreeItem(name);
  item.description = joined(counts(count, failures), names);
  item.iconPath = accountIcon(failures, count);
  item.contextValue = eventNameOf(node, tree) === undefined ? 'account' : 'account named';
  const account = value === '' ? name : vscode.l10n.t('Account {0}', label(value));
  item.accessibilityInformation = { label: spoken(account, spokenCounts(count, failures), names) };
  return item;
}

function restItem({ group }: RestNode, { groups }: EventTree): vscode.TreeItem {
  const count = groups.count(group);
  const failures = groups.failuresOf(group);
  const name = vscode.l10n.t('… and {0} more', numberOf(groups.restOf(group)));
  const item = new vscode.TreeItem(name);
  item.description = counts(count, failures);
  item.iconPath = STRETCH_ICON;
  item.accessibilityInformation = { label: spoken(name, spokenCounts(count, failures)) };
  return item;
}

function limitItem({ reason }: LimitNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label(reason));
  item.tooltip = reason;
  item.iconPath = FINDING_ICONS[vscode.DiagnosticSeverity.Warning];
  item.accessibilityInformation = { label: spoken(severityWord(vscode.DiagnosticSeverity.Warning), reason) };
  return item;
}

function stretchItem({ owner, from, to }: StretchNode, tree: EventTree): vscode.TreeItem {
  const groups = tree.groups.inside(owner).subarray(from, to);
  const level = owner === undefined ? 0 : owner.level + 1;
  const value = (index: number | undefined): string => {
    const group = { level, index: index ?? 0 };
    return label(tree.value(group)) || nothing(tree.column(group));
  };
  const name = `${numberOf(from + 1)} – ${numberOf(to)}`;
  const values = `${value(groups[0])} … ${value(groups.at(-1))}`;
  const item = new vscode.TreeItem(name);
  item.description = values;
  item.iconPath = STRETCH_ICON;
  item.accessibilityInformation = { label: spoken(name, values) };
  return item;
}

function spanItem(node: SpanNode): vscode.TreeItem {
  const { unit, start, offset, from, to } = node;
  const timeless = unit === 'timeless';
  const stretch = `${numberOf(offset + 1)} – ${numberOf(offset + to - from)}`;
  const name = timeless ? vscode.l10n.t('(no time)') : unit === 'stretch' ? stretch : spanName(unit, start);
  const item = new vscode.TreeItem(name);
  item.description = numberOf(to - from);
  item.iconPath = unit === 'stretch' ? STRETCH_ICON : SPAN_ICON;
  item.contextValue = 'span named';
  item.accessibilityInformation = { label: spoken(name, spokenCounts(to - from, 0)) };
  return item;
}

function eventItem(node: EventNode, tree: EventTree): vscode.TreeItem {
  const { trail } = tree;
  const { row } = node;
  const value = (column: Column): string => label(trail.value(row, column));
  const time = shortTime(trail.rows.time(row), tree.groups);
  const failed = hasFailed(trail, row);
  const error = value(Column.ErrorCode);
  const user = value(Column.User);
  const kind = kindOf(trail, row);
  const item = new vscode.TreeItem(user === '' ? time : `${time}  ${user}`);
  const again = tree.isDuplicate(row) ? vscode.l10n.t('duplicate') : '';
  const mark = tree.mark(row);
  const marked = mark === undefined ? '' : markText(mark);
  item.description = joined(marked, again, error, value(Column.SourceAddress), value(Column.Region));
  item.iconPath = mark === undefined ? eventIcon(kind, failed) : new vscode.ThemeIcon(MARK_ICONS[mark.kind]);
  item.contextValue = 'event named';
  item.command = { command: OPEN, title: vscode.l10n.t('Go to Event'), arguments: [node] };
  item.accessibilityInformation = {
    label: spoken(
      value(Column.EventName) || nothing(Column.EventName),
      marked,
      again,
      failed ? vscode.l10n.t('failed: {0}', error) : '',
      time,
      user,
      value(Column.SourceAddress),
      value(Column.Region),
    ),
  };
  return item;
}

function findingItem(node: FindingNode): vscode.TreeItem {
  const { code, message, severity } = node.finding;
  const item = new vscode.TreeItem(message);
  item.description = code;
  item.iconPath = FINDING_ICONS[severity];
  item.contextValue = 'finding';
  item.accessibilityInformation = { label: spoken(severityWord(severity), message, code) };
  item.command = { command: OPEN, title: vscode.l10n.t('Go to Event'), arguments: [node] };
  return item;
}

function spoken(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** The code of the event name that a node stands for; undefined for an account with all its events. */
export function eventNameOf(node: TreeNode, tree: EventTree): number | undefined {
  if (node.kind === 'event') return tree.trail.rows.code(node.row, Column.EventName);
  const group = groupsOf(node).find((one) => tree.column(one) === Column.EventName);
  return group && tree.groups.code(group);
}
