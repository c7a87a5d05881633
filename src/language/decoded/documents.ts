import * as vscode from 'vscode';
import { Disposable } from '../../workspace/disposable';
import { DECODED_SCHEME } from '../../workspace/language';
import { type OpenTrail } from '../../workspace/openTrail';
import { type DocumentPlace } from '../../workspace/logs';
import { type Trails } from '../../workspace/trails';
import { readerLanguages } from '../../workspace/display';
import { rowEvent } from '../../event/rowEvent';
import { walkInSlices } from '../../trail/steps';
import { isRead } from '../../workspace/whenRead';
import { type Wanted, wantedIn } from './address';
import { decodedPiece } from './decode';
import { sayRemark } from './remarks';
import { DecodedText } from './text';
import { showInfo } from '../../workspace/notices';

/** Events that are decoded of a whole log, and how long the text gets; UTF-16 units. */
const MAX_EVENTS = 1_000;
const MAX_LENGTH = 4_194_304;
/** The least time between an edit of the log and the next look at it, in ms. */
const PAUSE = 300;

/** A decoded document that is open. */
interface Shown {
  readonly uri: vscode.Uri;
  readonly wanted: Wanted;
  /** Where the event is by now; edits before it have moved it. */
  offset: number;
  text: DecodedText | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** The decoded forms of logs and events, as documents that cannot be edited and that follow their log. */
export class DecodedDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly trails: Trails) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(DECODED_SCHEME, this));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.follow(document, contentChanges);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.forget(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const shown = this.shownAt(uri);
    const open = shown && (await this.logOf(shown.wanted.log));
    if (shown === undefined || open === undefined)
      return `// ${vscode.l10n.t('The log that this was decoded from is not there any more.')}\n`;
    const text = (await isRead(open, token)) ? await decode(open, shown, token) : undefined;
    shown.text = text ?? shown.text;
    return shown.text?.text ?? '';
  }

  /** The place in its log of an offset in a decoded document. */
  sourceOf(
    uri: vscode.Uri,
    offset: number,
  ): { readonly log: vscode.Uri; readonly start: number; readonly end: number } | undefined {
    const shown = this.shown.get(uri.toString());
    const source = shown?.text?.toSource(offset);
    return shown && source && { log: shown.wanted.log, ...source };
  }

  /** What a place in a decoded document is of: the place in the log, or, where it is none, the event that the document is made of. */
  originOf(uri: vscode.Uri, offset: number): DocumentPlace | undefined {
    const shown = this.shown.get(uri.toString());
    const wanted = shown?.wanted ?? wantedIn(uri);
    const source = shown?.text?.toSource(offset);
    return wanted && { uri: wanted.log, offset: source?.start ?? (wanted.isWhole ? -1 : (shown?.offset ?? wanted.offset)) };
  }

  /** The offset in a decoded document of a place in its log. */
  placeOf(uri: vscode.Uri, offset: number): number | undefined {
    return this.shown.get(uri.toString())?.text?.fromSource(offset);
  }

  override dispose(): void {
    for (const { timer } of this.shown.values()) if (timer !== undefined) clearTimeout(timer);
    this.shown.clear();
    super.dispose();
  }

  private shownAt(uri: vscode.Uri): Shown | undefined {
    const known = this.shown.get(uri.toString());
    const wanted = known?.wanted ?? wantedIn(uri);
    if (known !== undefined || wanted === undefined) return known;
    const shown: Shown = { uri, wanted, offset: wanted.offset, text: undefined, timer: undefined };
    this.shown.set(uri.toString(), shown);
    return shown;
  }

  private async logOf(uri: vscode.Uri): Promise<OpenTrail | undefined> {
    try {
      return this.trails.get(await vscode.workspace.openTextDocument(uri));
    } catch {
      return undefined;
    }
  }

  /** Moves the events of the decoded documents of a log with its edits, and decodes them anew a moment later. */
  private follow({ uri }: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (changes.length === 0) return;
    for (const shown of this.shown.values()) {
      if (shown.wanted.log.toString() !== uri.toString()) continue;
      // The editor gives them from the end of the text to its start.
      for (const { rangeOffset, rangeLength, text } of changes)
        if (rangeOffset + rangeLength <= shown.offset) shown.offset += text.length - rangeLength;
        else if (rangeOffset < shown.offset) shown.offset = rangeOffset;
      shown.timer ??= setTimeout(() => {
        shown.timer = undefined;
        this.changed.fire(shown.uri);
      }, PAUSE);
    }
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    const timer = this.shown.get(key)?.timer;
    if (timer !== undefined) clearTimeout(timer);
    this.shown.delete(key);
  }
}

/** The decoded text of what is wanted of a log; undefined where the log changed meanwhile, which makes the next one. */
async function decode(
  open: OpenTrail,
  { wanted, offset, text: before }: Shown,
  token: vscode.CancellationToken,
): Promise<DecodedText | undefined> {
  const { trail } = open;
  const [language = 'en'] = readerLanguages();
  const text = new DecodedText((remark) => sayRemark(remark, language));
  text.comment(vscode.l10n.t('Decoded for reading; the log is as it was. Go to Definition (F12) leads to the place in the log.'));
  const { version } = trail;
  const from = wanted.isWhole ? 0 : Math.min(trail.rows.firstEndingAfter(offset), trail.rows.size - 1);
  const to = wanted.isWhole ? trail.rows.size : from + 1;
  const steps = (function* () {
    let events = 0;
    for (let row = Math.max(0, from); row < to; row++) {
      if (!trail.isEvent(row)) continue;
      if (events >= MAX_EVENTS || text.length >= MAX_LENGTH) {
        const words = vscode.l10n.t('Only the first {0} of {1} events are decoded here.', events, trail.events);
        text.comment(words);
        if (before === undefined) void showInfo(words);
        return;
      }
      const event = rowEvent(trail, row);
      if (event === undefined)
        text.comment(vscode.l10n.t('The event in line {0} cannot be decoded.', open.rowRange(row).start.line + 1));
      else text.event(decodedPiece(event));
      events++;
      yield;
    }
  })();
  return (await walkInSlices(steps, () => !token.isCancellationRequested && trail.version === version)) ? text : undefined;
}
