import * as vscode from 'vscode';
import { type CatalogueFile, type CatalogueLayer, type Source } from '../../knowledge/entry';
import { conflictsWith } from '../../knowledge/import/conflicts';
import { type ImportProblem } from '../../knowledge/import/problem';
import { serviceOf } from '../../knowledge/services';
import { codeSpan, plain } from '../../words/markdown';
import { readerLanguages } from '../../workspace/display';
import { problemMessage } from './problems';

/** Rows of a list on a page. */
const MAX_ROWS = 200;

/** What a page says of a set of events. */
export interface SetPage {
  readonly title: string;
  readonly facts: readonly string[];
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly files: readonly CatalogueFile[];
  readonly builtin: CatalogueLayer;
}

/** A set as Markdown: where it comes from, what could not be read, the products, what it says otherwise than the built-in catalogue. */
export function setPage({ title, facts, problems, problemCount, files, builtin }: SetPage): string {
  const conflicts = [...conflictsWith(files, builtin)];
  return [
    `# ${plain(title)}`,
    facts.map((fact) => `- ${plain(fact)}`).join('\n'),
    ...section(vscode.l10n.t('What could not be read ({0})', problemCount), problems.map(problemLine), problemCount),
    ...section(vscode.l10n.t('Products ({0})', files.length), files.map(productLine), files.length),
    ...section(
      vscode.l10n.t('Other words than in the built-in catalogue ({0})', conflicts.length),
      conflicts.map(({ service, name, here, there }) => `${codeSpan(`${service}:${name}`)} ${plain(here)} — ${plain(there)}`),
      conflicts.length,
    ),
  ].join('\n\n');
}

export function problemLine(problem: ImportProblem): string {
  const { file, line } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${codeSpan(place)} ${plain(problemMessage(problem, vscode.l10n.t))}`;
}

/** A heading and a list of bounded length; nothing for an empty one. */
export function section(heading: string, lines: readonly string[], all: number): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MAX_ROWS).map((line) => `- ${line}`);
  if (all > shown.length) shown.push(`- ${plain(vscode.l10n.t('… and {0} more', all - shown.length))}`);
  return [`## ${plain(heading)}`, shown.join('\n')];
}

function productLine({ service, events }: CatalogueFile): string {
  const [language = 'en'] = readerLanguages();
  const name = service === '*' ? vscode.l10n.t('All products') : (serviceOf(service)?.[language] ?? '');
  return `${codeSpan(service)} ${plain(`${name} · ${String(Object.keys(events).length)}`)}`;
}

/** A source in the language of the display. */
export function sourceText(source: Source): string {
  const [language = 'en'] = readerLanguages();
  return typeof source === 'string' ? source : source[language];
}
