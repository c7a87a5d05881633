import * as vscode from 'vscode';
import { EXPORT_COLUMNS, type ExportColumn, USUAL_COLUMNS } from '../../share/export/columns';
import { type DataFormat } from '../../share/export/exportEvents';

export type ExportFormat = DataFormat | 'markdown' | 'html';

/** How a log is exported. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  /** A byte order mark for spreadsheets, which take a text for one of another encoding without it. */
  readonly mark: boolean;
  readonly redact: boolean;
}

const COLUMNS = 'trail.export.columns';
export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  markdown: 'md',
  html: 'html',
};

export function isExportFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && Object.hasOwn(EXTENSIONS, value);
}

/** Asks for everything under a title; undefined where the user gave up. The columns are remembered; `redact` is proposed. */
export async function chooseExport(memory: vscode.Memento, title: string, redact: boolean): Promise<ExportChoice | undefined> {
  const format = (await vscode.window.showQuickPick(formats(), { title }))?.format;
  if (format === undefined) return undefined;
  const isTable = format === 'csv' || format === 'tsv';
  const columns = isTable ? await chooseColumns(memory, title) : USUAL_COLUMNS;
  if (columns === undefined) return undefined;
  const options = [
    {
      label: vscode.l10n.t('Redact first'),
      id: 'redact',
      description: vscode.l10n.t('replaces accounts, names, keys, addresses and more'),
      picked: redact,
    },
    ...(isTable
      ? [
          {
            label: vscode.l10n.t('With a byte order mark'),
            id: 'mark',
            description: vscode.l10n.t('spreadsheets need it for Chinese'),
            picked: true,
          },
        ]
      : []),
  ];
  const chosen = await vscode.window.showQuickPick(options, {
    title,
    canPickMany: true,
    placeHolder: vscode.l10n.t('How? Press Enter to go on.'),
  });
  if (chosen === undefined) return undefined;
  const has = (wanted: string): boolean => chosen.some(({ id }) => id === wanted);
  return { format, columns, mark: has('mark'), redact: has('redact') };
}

function formats(): readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] {
  return [
    { format: 'csv', label: 'CSV', description: vscode.l10n.t('a table for spreadsheets') },
    { format: 'tsv', label: 'TSV', description: vscode.l10n.t('a table with tabs between its cells') },
    { format: 'json', label: 'JSON', description: vscode.l10n.t('the events as they are, in one array') },
    { format: 'jsonl', label: 'JSON Lines', description: vscode.l10n.t('the events as they are, one a line') },
    {
      format: 'markdown',
      label: 'Markdown',
      description: vscode.l10n.t('a report: who did what, what failed, a timeline, findings'),
    },
    { format: 'html', label: 'HTML', description: vscode.l10n.t('the report as a page') },
  ];
}

async function chooseColumns(memory: vscode.Memento, title: string): Promise<readonly ExportColumn[] | undefined> {
  const last = new Set(
    memory.get<readonly string[]>(
      COLUMNS,
      USUAL_COLUMNS.map(({ path }) => path.join('.')),
    ),
  );
  const items = EXPORT_COLUMNS.map((column) => {
    const id = column.path.join('.');
    return { label: column.name, description: id === column.name ? '' : id, column, id, picked: last.has(id) };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    placeHolder: vscode.l10n.t('Columns of the table'),
  });
  if (picked === undefined || picked.length === 0) return undefined;
  await memory.update(
    COLUMNS,
    picked.map(({ id }) => id),
  );
  return picked.map(({ column }) => column);
}
