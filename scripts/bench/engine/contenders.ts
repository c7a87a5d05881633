import * as jsonc from 'jsonc-parser';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { Budget, type RowFindings } from '../../../src/checks/budget';
import { checkRow, checkTail } from '../../../src/checks/check';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';

/** Does its work on a text, and gives what it made so that it stays in memory until that was measured; undefined where it cannot read such a text. */
type Contender = (text: string) => unknown;

/** The whole of a log: records, all checks, groups by event name and account. */
export function readAll(text: string): {
  readonly trail: Trail<RowFindings>;
  readonly tail: readonly unknown[];
  readonly groups: unknown;
} {
  const trail = new Trail<RowFindings>(new StringSource(text));
  trail.advance(Infinity);
  const budget = new Budget();
  for (let row = 0; row < trail.rows.size; row++) trail.rows.setNote(row, checkRow(trail, row, budget));
  const tail = checkTail(trail);
  return { trail, tail, groups: finish(groupEvents(trail, { by: [Column.EventName, Column.Account], sort: 'count' })) };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** JSON.parse of the whole, or of each line: the events of a text in native code. */
function parse(text: string): unknown {
  return text.startsWith('[') ? JSON.parse(text) : linesOf(text).map((line) => JSON.parse(line) as unknown);
}

function scan(text: string): number {
  const scanner = jsonc.createScanner(text, true);
  let tokens = 0;
  while (scanner.scan() !== jsonc.SyntaxKind.EOF) tokens++;
  return tokens;
}

function visit(text: string): number {
  let properties = 0;
  for (const document of text.startsWith('[') ? [text] : linesOf(text))
    jsonc.visit(document, { onObjectProperty: () => void properties++ });
  return properties;
}

/** Knows no JSON Lines: it stops behind the first. */
async function languageService(text: string): Promise<unknown> {
  if (!text.startsWith('[')) return undefined;
  const service = getLanguageService({});
  const document = TextDocument.create('file:///log.json', 'json', 1, text);
  const json = service.parseJSONDocument(document);
  const problems = await service.doValidation(document, json);
  return [json, problems, service.findDocumentSymbols2(document, json)];
}

/** Everybody who reads a log, by name. JSON Lines are read line by line where a reader knows one document only. */
export const CONTENDERS: Readonly<Record<string, Contender>> = {
  'JSON.parse': parse,
  index: (text) => Trail.of(new StringSource(text)),
  'index + checks + groups': readAll,
  'jsonc-parser scanner': scan,
  'jsonc-parser visit': visit,
  'jsonc-parser parseTree': (text) =>
    text.startsWith('[') ? jsonc.parseTree(text) : linesOf(text).map((line) => jsonc.parseTree(line)),
  'vscode-json-languageservice': languageService,
};
