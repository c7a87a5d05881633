import * as vscode from 'vscode';
import { currentCatalogue } from '../knowledge/current';
import { piecesOf } from '../checks/skipped';
import { Char } from '../trail/scan/chars';
import { Column, Flag } from '../trail/scan/row';
import { parseRecord } from '../event/tree';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { casingOfEvent, nameSuggestions } from './completion/names';
import { newEvent } from './completion/newEvent';
import { spotAt } from './completion/spot';
import { type Suggestion } from './completion/suggestion';
import { MAX_NAMES, valueSuggestions } from './completion/values';
import { plain } from '../words/markdown';
import { readerLanguages } from '../workspace/display';
import { MAX_RECORD } from '../event/rowEvent';
import { visible } from '../words/visible';

const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  name: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  'event-name': vscode.CompletionItemKind.Event,
  snippet: vscode.CompletionItemKind.Snippet,
};
/** Service names of the log that are offered. */
const MAX_SERVICES = 200;
/** How far is looked for what stands beside the cursor, in UTF-16 units. */
const AHEAD = 1_024;
const BEFORE = 1_024;

/** Files of these names hold one record a line. */
const LINES = /\.(?:jsonl|ndjson|log)$/i;
const BROKEN = Flag.Truncated | Flag.BrokenOff;

/** What can be written at a place, and which text it replaces. */
interface Offer {
  readonly items: readonly Suggestion[];
  readonly start: number;
  readonly end: number;
}

/** Names of fields, values that are known, and new events. */
export function registerCompletion({ trails }: Services): vscode.Disposable {
  const completer = new Completer(trails);
  return vscode.languages.registerCompletionItemProvider(TRAIL_SELECTOR, completer, '"', ':');
}

class SuggestionItem extends vscode.CompletionItem {
  constructor(
    readonly suggestion: Suggestion,
    label: vscode.CompletionItemLabel,
  ) {
    super(label, KINDS[suggestion.kind]);
  }
}

class Completer implements vscode.CompletionItemProvider<SuggestionItem> {
  constructor(private readonly trails: Services['trails']) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): vscode.CompletionList<SuggestionItem> | undefined {
    const open = this.trails.get(document);
    if (open === undefined) return undefined;
    const offset = document.offsetAt(position);
    const isAsked = triggerKind === vscode.CompletionTriggerKind.Invoke;
    const offer = this.inRecord(open, offset) ?? (isAsked ? between(open, offset) : undefined);
    if (offer === undefined) return undefined;
    const range = open.range(offer.start, offer.end);
    const written = document.getText(range);
    const behind = nextCharacter(open, offer.end);
    const [language = 'en'] = readerLanguages();
    const items = offer.items.map((suggestion, index) => {
      const { label, note, meaning, rank, snippet, kind } = suggestion;
      const item = new SuggestionItem(suggestion, { label: visible(label), ...(note && { description: note[language] }) });
      if (meaning !== undefined) item.detail = meaning[language];
      item.range = range;
      item.filterText = written.startsWith('"') ? `"${label}"` : label;
      item.sortText = `${rank}${String(index).padStart(6, '0')}`;
      item.insertText = new vscode.SnippetString(kind === 'name' ? nameSnippet(snippet, behind) : snippet);
      // Of a field with known values these are offered next.
      if (kind === 'name' && behind !== ':') item.command = { command: 'editor.action.triggerSuggest', title: '' };
      return item;
    });
    // Of a longer list there is only what fits the letters that are written.
    return new vscode.CompletionList(items, items.length >= MAX_NAMES);
  }

  resolveCompletionItem(item: SuggestionItem): SuggestionItem {
    const { meaning } = item.suggestion;
    if (meaning === undefined) return item;
    item.documentation = new vscode.MarkdownString(
      readerLanguages()
        .map((language) => plain(meaning[language]))
        .join('\n\n'),
    );
    return item;
  }

  private inRecord(open: OpenTrail, offset: number): Offer | undefined {
    const record = recordAt(open, offset);
    const spot = record && spotAt(record.text, offset - record.base);
    if (record === undefined || spot === undefined) return undefined;
    const names = open.trail.dictionary(Column.ServiceName);
    const serviceNames = Array.from({ length: Math.min(names.size, MAX_SERVICES) }, (_, code) => names.decode(code));
    const catalogue = currentCatalogue();
    const typed = record.text.slice(spot.start, Math.max(spot.start, offset - record.base));
    const items =
      spot.kind === 'name' ? nameSuggestions(spot) : valueSuggestions(spot, { catalogue, serviceNames, typed, now: Date.now() });
    return { items, start: record.base + spot.start, end: record.base + spot.end };
  }
}

/** The text of the record at an offset; one that is not closed goes on up to the offset. */
function recordAt({ trail }: OpenTrail, offset: number): { readonly text: string; readonly base: number } | undefined {
  const { rows } = trail;
  let row = trail.rowAt(offset);
  if (row < 0) row = rows.firstEndingAfter(offset) - 1;
  if (row < 0) return undefined;
  const end = rows.end(row);
  const base = rows.start(row);
  const isOpen = end >= offset || (rows.flags(row) & BROKEN) !== 0 || !trail.isEvent(row);
  if (!isOpen || Math.max(end, offset) - base > MAX_RECORD) return undefined;
  const text = trail.text.read(base, Math.max(end, offset));
  if (trail.isEvent(row)) return { text, base };
  // Text that is no event yet: the object in it that the cursor stands in.
  const piece = piecesOf(text, true).findLast(({ start }) => start < offset - base && text.charCodeAt(start) === Char.OpenBrace);
  const isInside = piece !== undefined && (piece.end >= offset - base || piece.reason === 'truncated');
  return isInside ? { text: text.slice(piece.start), base: base + piece.start } : undefined;
}

/** A new event, where one can stand: at the start, behind a bracket or a comma, or on a line of its own. */
function between(open: OpenTrail, offset: number): Offer | undefined {
  const { trail, document } = open;
  const row = trail.rowAt(offset);
  if (row >= 0 && trail.rows.start(row) < offset && offset < trail.rows.end(row)) return undefined;
  const line = document.lineAt(document.positionAt(offset).line).text;
  const before = trail.text.read(Math.max(0, offset - BEFORE), offset).trimEnd();
  const isFree = before === '' || before.endsWith('[') || before.endsWith(',') || (before.endsWith('}') && line.trim() === '');
  if (!isFree) return undefined;
  const event = trail.rows.size > 0 && trail.isEvent(0) ? parseRecord(trail.recordText(0)) : undefined;
  const isOneLine = open.nature.shape === 'lines' || LINES.test(document.uri.path);
  return { items: [newEvent(event ? casingOfEvent(event) : 'lowerCamel', isOneLine, Date.now())], start: offset, end: offset };
}

/** A name that is written before its colon stands alone; before another member it needs a comma. */
function nameSnippet(snippet: string, behind: string): string {
  if (behind === ':') return snippet.slice(0, snippet.indexOf(':'));
  return behind === '"' ? `${snippet},` : snippet;
}

/** What comes next behind white space. */
function nextCharacter({ trail: { text } }: OpenTrail, offset: number): string {
  return text
    .read(offset, Math.min(text.length, offset + AHEAD))
    .trimStart()
    .charAt(0);
}
