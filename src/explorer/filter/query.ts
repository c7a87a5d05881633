import * as vscode from 'vscode';
import { type Filter } from '../../filter/filter';
import { queryMessage } from '../../words/queryMessages';
import { queryOf, type Target, TARGETS } from '../../share/query/query';
import { showInfo } from '../../workspace/notices';
import { titleOf } from '../../workspace/display';
import { type OpenLog } from '../../workspace/openLog';
import { showNew } from '../../workspace/newDocument';

const WORDS: Readonly<Record<Target, string>> = {
  sls: 'Simple Log Service: search and SQL',
  'sls-search': 'Simple Log Service: search alone, for whole records',
  maxcompute: 'MaxCompute: SQL',
  cli: 'The aliyun command line, with jq',
  duckdb: 'DuckDB: SQL over a folder of delivered objects',
};
const LANGUAGES: Readonly<Record<Target, string>> = {
  sls: 'sql',
  'sls-search': 'plaintext',
  maxcompute: 'sql',
  cli: 'shellscript',
  duckdb: 'sql',
};
/** How each of them begins a comment. Log Service has none before its search: the notes are shown, not written. */
const COMMENTS: Readonly<Record<Target, string | undefined>> = {
  sls: undefined,
  'sls-search': undefined,
  maxcompute: '-- ',
  cli: '# ',
  duckdb: '-- ',
};

/** Writes the filter of a log as a query for another place, as a new document; what differs stands above it, or is shown. */
export async function openQuery(filter: Filter, log: OpenLog | undefined, hasCloud: boolean, chosen?: Target): Promise<void> {
  const cloud = {
    label: vscode.l10n.t('Search in the Cloud…'),
    iconPath: new vscode.ThemeIcon('cloud'),
    target: 'cloud' as const,
  };
  const target =
    chosen ??
    (
      await vscode.window.showQuickPick(
        [...TARGETS.map((one) => ({ label: vscode.l10n.t(WORDS[one]), target: one })), ...(hasCloud ? [cloud] : [])],
        { title: titleOf(vscode.l10n.t('Write the Filter as a Query'), log), placeHolder: vscode.l10n.t('Query for what?') },
      )
    )?.target;
  if (target === 'cloud') await vscode.commands.executeCommand('trail.cloud.search', filter.text);
  if (target === undefined || target === 'cloud') return;
  const { text, notes } = queryOf(filter, target);
  const words = notes.map((note) => queryMessage(note, filter.text, vscode.l10n.t));
  const comment = COMMENTS[target];
  const head = comment === undefined ? '' : words.map((line) => `${comment}${line}\n`).join('');
  await showNew(`${head}${text}`, LANGUAGES[target]);
  const copy = vscode.l10n.t('Copy Query');
  const answer = await showInfo(words.join(' '), copy);
  if (answer === copy) await vscode.env.clipboard.writeText(text);
}
