import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { type TextEdit } from '../event/textEdit';
import { StringSource } from '../trail/source';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type Services } from '../workspace/services';
import { rangeOf } from './edits';
import { merged } from './formatting/merge';
import { formatRows } from './formatting/rows';
import { openingOf } from './formatting/typed';
import { walkInSlices } from '../trail/steps';
import { isRead } from '../workspace/whenRead';

/** Files of these names hold one record a line. */
const LINES = /\.(?:jsonl|ndjson|log)$/i;

/** How far before a bracket a name is looked for; UTF-16 units. */
const MAX_NAME = 300;
/** The name that a value belongs to, before the value on its line. */
const NAME_BEFORE = /"(?:[^"\\]|\\.)*"\s*:\s*$/;

/** *Format Document*, *Format Selection* and, where the user has switched it on, formatting while typing: only white space changes, and records one a line stay so. */
export function registerFormatting({ trails }: Services): vscode.Disposable {
  const edits = async (
    document: vscode.TextDocument,
    range: vscode.Range | undefined,
    { insertSpaces, tabSize }: vscode.FormattingOptions,
    token: vscode.CancellationToken,
  ): Promise<vscode.TextEdit[] | undefined> => {
    const open = trails.get(document);
    if (open === undefined || !(await isRead(open, token))) return undefined;
    const { version } = document;
    const source = range === undefined ? new StringSource(document.getText()) : open.trail.text;
    const layout = {
      options: { insertSpaces, tabSize, eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n' },
      start: range === undefined ? 0 : document.offsetAt(range.start),
      end: range === undefined ? source.length : document.offsetAt(range.end),
      isLines: LINES.test(document.uri.path),
    };
    const found: TextEdit[] = [];
    const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
    if (!(await walkInSlices(formatRows(open.trail, source, layout, found), isWanted))) return undefined;
    return merged(source, found).map(({ start, end, text }) => vscode.TextEdit.replace(rangeOf(document, start, end), text));
  };
  /** What a bracket has closed; the line that Enter has ended. */
  const typed = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    character: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.Range | undefined> => {
    if (character === '\n') return document.lineAt(Math.max(0, position.line - 1)).range;
    const open = trails.get(document);
    if (open === undefined || !(await isRead(open, token))) return undefined;
    const opening = openingOf(open.trail, document.offsetAt(position));
    if (opening === undefined) return undefined;
    const start = document.positionAt(opening);
    const [name = ''] =
      NAME_BEFORE.exec(document.lineAt(start).text.slice(Math.max(0, start.character - MAX_NAME), start.character)) ?? [];
    return new vscode.Range(start.translate(0, -name.length), position);
  };
  return together(
    vscode.languages.registerDocumentRangeFormattingEditProvider(TRAIL_SELECTOR, {
      provideDocumentRangeFormattingEdits: (document, range, options, token) =>
        edits(document, wholeOr(document, range), options, token),
    }),
    vscode.languages.registerOnTypeFormattingEditProvider(
      TRAIL_SELECTOR,
      {
        provideOnTypeFormattingEdits: async (document, position, character, options, token) => {
          const range = await typed(document, position, character, token);
          return range === undefined ? undefined : edits(document, range, options, token);
        },
      },
      '}',
      ']',
      '\n',
    ),
  );
}

/** A range that is the whole document is formatted as such. */
function wholeOr(document: vscode.TextDocument, range: vscode.Range): vscode.Range | undefined {
  const { end } = document.lineAt(document.lineCount - 1).range;
  return range.contains(new vscode.Range(new vscode.Position(0, 0), end)) ? undefined : range;
}
