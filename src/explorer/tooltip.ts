import * as vscode from 'vscode';
import { serviceOf } from '../knowledge/services';
import { formatLocal, formatUtc, offsetOf } from '../knowledge/times';
import { KINDS } from '../words/bilingual';
import { codeSpan, plain } from '../words/markdown';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { type EventTree } from './eventTree';
import { eventNameOf } from './item';
import { meaningOf, oneOfEachService } from '../filter/meaning';
import { type TreeNode } from './node';
import { usersOf } from './people';
import { eventCount, numberOf } from '../workspace/display';
import { failureCount } from './words';

type Language = 'zh' | 'en';

/** Rows that are looked at for the errors of a group. */
const SAMPLE = 5_000;
const SHOWN = 5;

/** What a node means and how much there is of it. Values of the log stand in code spans, and the string is trusted with nothing. */
export function tooltipOf(node: TreeNode, tree: EventTree): vscode.MarkdownString | undefined {
  const rows = tree.rows(node);
  const [first] = rows;
  if (first === undefined || node.kind === 'stretch') return undefined;
  const paragraphs: string[] = [];
  const isAccount = node.kind === 'group' && tree.column(node.group) === Column.Account;
  if (isAccount) paragraphs.push(accountLine(tree.value(node.group)));
  if (eventNameOf(node, tree) !== undefined) {
    paragraphs.push(
      ...(node.kind === 'event' ? [first] : oneOfEachService(tree.trail, rows)).flatMap((row) => meaning(tree.trail, row)),
    );
  }
  paragraphs.push(node.kind === 'event' ? eventLines(tree.trail, node.row) : groupLines(node, tree, rows));
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}

/** The language of the display first. */
function languages(): readonly Language[] {
  return vscode.env.language.startsWith('zh') ? ['zh', 'en'] : ['en', 'zh'];
}

function meaning(trail: Trail, row: number): string[] {
  const entry = meaningOf(trail, row);
  const [language = 'en'] = languages();
  const service = entry.service === '*' ? undefined : serviceOf(entry.service);
  const subtitle = [codeSpan(entry.name), plain(KINDS[entry.kind][language]), plain(service?.[language] ?? '')];
  if (entry.derived) subtitle.push(plain(vscode.l10n.t('meaning derived from the name')));
  return [
    subtitle.filter(Boolean).join(' · '),
    languages()
      .map((one) => `**${plain(entry[one])}**`)
      .join('  \n'),
    ...(entry.why === undefined ? [] : [plain(entry.why[language])]),
  ];
}

function accountLine(account: string): string {
  return account === ''
    ? plain(vscode.l10n.t('Events that name no account'))
    : `${plain(vscode.l10n.t('Account'))} ${codeSpan(account)}`;
}

function groupLines(node: TreeNode, tree: EventTree, rows: Uint32Array): string {
  const { groups, trail } = tree;
  const group = node.kind === 'group' || node.kind === 'rest' ? node.group : undefined;
  const failures = group === undefined ? 0 : groups.failuresOf(group);
  const lines = [`**${plain([eventCount(rows.length), failureCount(failures)].filter(Boolean).join(', '))}**`];
  const first = group !== undefined ? groups.firstOf(group) : trail.rows.time(rows[0] ?? 0);
  const last = group !== undefined ? groups.lastOf(group) : trail.rows.time(rows.at(-1) ?? 0);
  if (!Number.isNaN(first) && !Number.isNaN(last)) lines.push(plain(spanOf(first, last)));
  const users = usersOf(trail, rows);
  if (users.length > 0) lines.push(titled(vscode.l10n.t('Users:'), listed(users)));
  const errors = failures === 0 ? [] : errorsOf(trail, rows);
  if (errors.length > 0) lines.push(titled(vscode.l10n.t('Errors:'), listed(errors)));
  return lines.join('  \n');
}

function spanOf(first: number, last: number): string {
  const from = formatLocal(first);
  const to = formatLocal(last);
  return `${from === to ? from : `${from} – ${to}`} (${offsetOf(last)})`;
}

/** A full-width colon brings its own space. */
function titled(title: string, text: string): string {
  return `${plain(title)}${title.endsWith('：') ? '' : ' '}${text}`;
}

function listed(values: readonly string[]): string {
  const more = values.length > SHOWN ? ` +${numberOf(values.length - SHOWN)}` : '';
  return values.slice(0, SHOWN).map(codeSpan).join(', ') + plain(more);
}

/** The error codes of some rows, in the order in which they come. */
function errorsOf(trail: Trail, rows: Uint32Array): string[] {
  const codes = new Set<number>();
  for (const row of rows.subarray(0, SAMPLE)) codes.add(trail.rows.code(row, Column.ErrorCode));
  return [...codes].map((code) => trail.dictionary(Column.ErrorCode).decode(code)).filter((error) => error !== '');
}

function eventLines(trail: Trail, row: number): string {
  const time = trail.rows.time(row);
  const lines: string[] = [];
  if (!Number.isNaN(time)) lines.push(plain(`${formatLocal(time)} (${offsetOf(time)}) · ${formatUtc(time)}`));
  const add = (title: string, column: Column): void => {
    const value = trail.value(row, column);
    if (value !== '') lines.push(titled(title, codeSpan(value)));
  };
  add(vscode.l10n.t('Error:'), Column.ErrorCode);
  add(vscode.l10n.t('Account:'), Column.Account);
  add(vscode.l10n.t('User:'), Column.User);
  add(vscode.l10n.t('Identity:'), Column.IdentityType);
  add(vscode.l10n.t('Source address:'), Column.SourceAddress);
  add(vscode.l10n.t('Region:'), Column.Region);
  return lines.join('  \n');
}
