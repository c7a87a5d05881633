import { svgOf } from '../../../share/export/timeline';
import { revealed } from '../../../words/visible';
import { type Cell } from '../../../words/markdownTable';
import { type ReportContent, type Sheet, sheetsOf, summaryOf } from './sheet';

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2em;max-width:80em;color:#222;background:#fff}' +
  'table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #bbb;padding:.2em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th{background:#eee}svg{max-width:100%;height:auto}' +
  '@media(prefers-color-scheme:dark){body{color:#ddd;background:#1e1e1e}th{background:#333}th,td{border-color:#555}}';

/** Text in HTML, between tags or in an attribute in quotes: nothing of it is a tag, an entity or a control that turns its neighbours around. */
export function htmlText(text: string): string {
  return revealed(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A report as a page that loads nothing and runs nothing. */
export function htmlReport(content: ReportContent): string {
  const { name, digest, language, t } = content;
  const title = t('Trail log: {0}', name);
  const picture =
    digest.timeline === undefined
      ? ''
      : `<h2>${htmlText(t('Timeline'))}</h2>\n${svgOf(digest.timeline, t('Events over time, failures in red'))}\n`;
  return `<!DOCTYPE html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
<ul>
${summaryOf(content)
  .map((line) => `<li>${htmlText(line)}</li>`)
  .join('\n')}
</ul>
${picture}${sheetsOf(content).map(table).join('')}</body>
</html>
`;
}

function table({ title, head, rows, remark }: Sheet): string {
  const parts = [`<h2>${htmlText(title)}</h2>\n`];
  if (rows.length > 0) {
    const cells = (row: readonly Cell[]): string => row.map(({ text }) => `<td>${htmlText(text)}</td>`).join('');
    parts.push(
      `<table>\n<thead><tr>${head.map((text) => `<th scope="col">${htmlText(text)}</th>`).join('')}</tr></thead>\n<tbody>\n`,
      ...rows.map((row) => `<tr>${cells(row)}</tr>\n`),
      '</tbody>\n</table>\n',
    );
  }
  if (remark !== undefined) parts.push(`<p>${htmlText(remark)}</p>\n`);
  return parts.join('');
}
