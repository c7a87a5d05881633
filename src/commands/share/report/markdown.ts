import { svgOf } from '../../../share/export/timeline';
import { codeSpan, plain } from '../../../words/markdown';
import { visible } from '../../../words/visible';
import { type Cell, type ReportContent, type Sheet, sheetsOf, summaryOf } from './sheet';

const MAX_CELL = 200;

/** A report in Markdown. The picture is in it; its label is ASCII or escaped, as Base64 needs. */
export function markdownReport(content: ReportContent): string {
  const { name, digest, t } = content;
  const parts = [
    `# ${plain(t('Trail log: {0}', ''))} ${codeSpan(name)}`,
    summaryOf(content)
      .map((line) => `- ${plain(line)}`)
      .join('\n'),
  ];
  if (digest.timeline !== undefined) {
    const label = t('Events over time, failures in red');
    const picture = svgOf(digest.timeline, label);
    parts.push(`## ${plain(t('Timeline'))}`, `![${plain(label)}](data:image/svg+xml;base64,${btoa(picture)})`);
  }
  for (const sheet of sheetsOf(content)) parts.push(`## ${plain(sheet.title)}`, ...table(sheet));
  return `${parts.join('\n\n')}\n`;
}

function table({ head, rows, remark }: Sheet): readonly string[] {
  const parts: string[] = [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  if (rows.length > 0)
    parts.push([line(head.map(plain)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cellOf)))].join('\n'));
  if (remark !== undefined) parts.push(plain(remark));
  return parts;
}

/** A bar ends a cell of a table, within a code span too, and readers differ in what a backslash before it does: a value with one is plain text with an entity. */
export function cellOf({ text, isOurs }: Cell): string {
  if (isOurs) return plain(text);
  if (text === '') return '';
  return text.includes('|') ? plain(visible(text, MAX_CELL)).replaceAll('\\|', '&#124;') : codeSpan(text);
}
