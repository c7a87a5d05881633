import * as vscode from 'vscode';
import { currentCatalogue } from '../knowledge/current';
import { Flag } from '../trail/scan/row';
import { isReadable } from '../event/rowEvent';
import { parseRecord } from '../event/tree';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { conditionAt } from '../filter/atCursor';
import { Counts } from './hover/counts';
import { explainAround } from './hover/envelope';
import { followingOf } from './hover/following';
import { type Answer, explainAt, type Surroundings } from './hover/explain';
import { render, renderDecoded } from './hover/render';
import { commandLink } from '../words/markdown';
import { readerLanguages } from '../workspace/display';

/** The command behind the link; `trail.unescape` takes the document's address and the offset at which the literal starts. */
const UNESCAPE = 'trail.unescape';
/** The commands that narrow the filter by a value; they take the document's address and the offset of the value. */
const ONLY = 'trail.onlyThis';
const NOT = 'trail.notThis';
/** The command that shows what an actor did around an event; with the same arguments. */
const STORY = 'trail.peekStory';
/** Fields that say who acted. */
const ACTORS: ReadonlySet<string> = new Set(['account', 'user', 'key', 'identity', 'principal']);
/** What is looked at around the cursor where no event is; UTF-16 units on each side. */
const AROUND = 1_024;

/** Hovers in Chinese and English: what an event, a field or a value means. */
export function registerHover({ trails }: Services): vscode.Disposable {
  let latest: { trail: OpenTrail; version: number; row: number; text: string; root: ReturnType<typeof parseRecord> } | undefined;

  /** The record of the last hover is kept: the mouse stays near. */
  const record = (trail: OpenTrail, row: number): NonNullable<typeof latest> => {
    const { version } = trail.trail;
    if (latest?.trail === trail && latest.version === version && latest.row === row) return latest;
    const text = trail.trail.recordText(row);
    return (latest = { trail, version, row, text, root: parseRecord(text) });
  };

  const answer = (open: OpenTrail, offset: number): (Answer & { readonly base: number }) | undefined => {
    const { trail } = open;
    const row = trail.rowAt(offset);
    const surroundings: Surroundings = {
      catalogue: currentCatalogue(),
      tally: {
        find: (name, service) => Counts.of(trail).find(name, service),
        complete: trail.isComplete,
        following: (name, things) => followingOf(trail, row, name, things),
      },
      now: Date.now(),
    };
    if (row >= 0 && (trail.rows.flags(row) & Flag.Event) !== 0) {
      if (!isReadable(trail, row)) return undefined;
      const base = trail.rows.start(row);
      const { text, root } = record(open, row);
      const found = root && explainAt(text, root, offset - base, surroundings);
      return found && { ...found, base };
    }
    const base = Math.max(0, offset - AROUND);
    const found = explainAround(trail.text.read(base, Math.min(trail.text.length, offset + AROUND)), offset - base, surroundings);
    return found && { ...found, base };
  };

  return vscode.languages.registerHoverProvider(TRAIL_SELECTOR, {
    async provideHover(document, position, token) {
      const open = trails.get(document);
      if (open === undefined) return undefined;
      const offset = document.offsetAt(position);
      await readUpTo(open, offset, token);
      if (token.isCancellationRequested || !open.nature.isTrail) return undefined;
      const found = answer(open, offset);
      if (found === undefined) return undefined;
      const parts = contents(found, document.uri, found.base);
      const value = conditionAt(open.trail, offset);
      if (value !== undefined && value.field !== 'text') parts.push(valueLinks(document.uri, offset, ACTORS.has(value.field)));
      return new vscode.Hover(parts, open.range(found.base + found.start, found.base + found.end));
    },
  });
}

/** Waits until the log has been read behind an offset: a large one takes a moment after it was opened. */
async function readUpTo({ trail, onDidChange }: OpenTrail, offset: number, token: vscode.CancellationToken): Promise<void> {
  const isRead = (): boolean => trail.isComplete || trail.scanned > offset || token.isCancellationRequested;
  if (isRead()) return;
  const listeners: vscode.Disposable[] = [];
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (isRead()) resolve();
    };
    listeners.push(onDidChange(check), token.onCancellationRequested(check));
  });
  for (const listener of listeners) listener.dispose();
}

/** What stands first is what the reader looks at: the decoded string, or the field in it. */
function contents(found: Answer, uri: vscode.Uri, base: number): vscode.MarkdownString[] {
  const wanted = readerLanguages();
  const meaning = render(found, wanted);
  const [first] = wanted;
  if (found.decoded === undefined || first === undefined) return [new vscode.MarkdownString(meaning)];
  const decoded = [
    new vscode.MarkdownString(renderDecoded(found.decoded, first)),
    unescapeLink(uri, base + found.decoded.offset),
  ];
  if (meaning === '') return decoded;
  if (found.decoded.isSubject) return [...decoded, new vscode.MarkdownString(`---\n\n${meaning}`)];
  return [new vscode.MarkdownString(`${meaning}\n\n---`), ...decoded];
}

/** A string of its own: it alone is trusted, with this one command, and holds nothing of the log. */
function unescapeLink(uri: vscode.Uri, offset: number): vscode.MarkdownString {
  const title = vscode.l10n.t('Unescape in the file');
  const tooltip = vscode.l10n.t('Replace the string by the JSON that it holds');
  const link = new vscode.MarkdownString(commandLink(title, UNESCAPE, [uri.toString(), offset], tooltip));
  link.isTrusted = { enabledCommands: [UNESCAPE] };
  return link;
}

/** As above: only our own words, and an address and a place as arguments. */
function valueLinks(uri: vscode.Uri, offset: number, isActor: boolean): vscode.MarkdownString {
  const args = [uri.toString(), offset];
  const only = commandLink(vscode.l10n.t('Only this'), ONLY, args, vscode.l10n.t('Show only events with this value'));
  const not = commandLink(vscode.l10n.t('Not this'), NOT, args, vscode.l10n.t('Hide events with this value'));
  const story = isActor
    ? ` · ${commandLink(vscode.l10n.t('Story'), STORY, args, vscode.l10n.t('What this actor did within 5 minutes of this event'))}`
    : '';
  const links = new vscode.MarkdownString(`${only} · ${not}${story}`);
  links.isTrusted = { enabledCommands: [ONLY, NOT, STORY] };
  return links;
}
