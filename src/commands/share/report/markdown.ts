import { svgOf } from '../../../share/export/timeline';
import { codeSpan, plain } from '../../../words/markdown';
import { markdownTable } from '../../../words/markdownTable';
import { type ReportContent, type Sheet, sheetsOf, summaryOf } from './sheet';

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
  return [...(rows.length > 0 ? [markdownTable(head, rows)] : []), ...(remark === undefined ? [] : [plain(remark)])];
}
