import * as vscode from 'vscode';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { type Entry, type EntryKind } from './outline/entry';
import { outlineEvents } from './outline/events';
import { walkInSlices } from '../trail/steps';
import { outlineWords } from './outline/words';
import { isRead } from '../workspace/whenRead';

const KINDS: Readonly<Record<EntryKind, vscode.SymbolKind>> = {
  event: vscode.SymbolKind.Event,
  failure: vscode.SymbolKind.Event,
  group: vscode.SymbolKind.Namespace,
  object: vscode.SymbolKind.Module,
  array: vscode.SymbolKind.Array,
  string: vscode.SymbolKind.String,
  number: vscode.SymbolKind.Number,
  boolean: vscode.SymbolKind.Boolean,
  null: vscode.SymbolKind.Null,
  rest: vscode.SymbolKind.Null,
};

/** Outline, breadcrumbs, sticky scroll and *Go to Symbol*: an entry an event, below it its fields in groups. */
export function registerOutline({ trails }: Services): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    TRAIL_SELECTOR,
    {
      async provideDocumentSymbols(document, token) {
        const open = trails.get(document);
        if (open === undefined || !(await isRead(open, token))) return undefined;
        const { version } = open.trail;
        const entries: Entry[] = [];
        const isWanted = (): boolean => !token.isCancellationRequested && open.trail.version === version;
        if (!(await walkInSlices(outlineEvents(open.trail, outlineWords(), entries), isWanted))) return undefined;
        return entries.map((entry) => symbolOf(open, entry));
      },
    },
    { label: vscode.l10n.t('Events') },
  );
}

function symbolOf(open: OpenTrail, entry: Entry): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    entry.name,
    entry.detail,
    KINDS[entry.kind],
    open.range(entry.start, entry.end),
    open.range(entry.nameStart, entry.nameEnd),
  );
  symbol.children = entry.children.map((child) => symbolOf(open, child));
  return symbol;
}
