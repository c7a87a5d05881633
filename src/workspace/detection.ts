import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { together } from './together';
import { type Faults, inBackground } from './faults';
import { TRAIL_LANGUAGE } from './language';
import { type Services } from './services';
import { Declined } from './declined';
import { HEAD, isTrailHead } from './detect';
import { showInfo } from './notices';
import { visible } from '../words/visible';

/** Languages that a log may be opened in; each has its `onLanguage` activation event in package.json. */
const LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonl', 'jsonc', 'log', 'plaintext']);
/** Names that a log may have; a delivered object has no extension. */
const NAME = /(?:\.(?:json|jsonl|ndjson|log|txt)|(?:^|\/)[^./]+)$/i;
/** Where texts of the editor itself live. */
const OWN_SCHEME = /^(?:output|debug|comment|walkThrough|vscode-(?!remote$|vfs$|test-web$).*)$/i;
/** After a paste, in ms: one look at what has come, not one a key. */
const SETTLE = 300;
/** Typing is no paste; UTF-16 units. */
const PASTED = 40;

type Mode = 'on' | 'ask' | 'off';

/** Opens logs that another language has taken as trails, by what is in them. */
export function registerDetection({ context, faults }: Services): vscode.Disposable {
  return together(new Detection(context, faults));
}

class Detection extends Disposable {
  private readonly declined: Declined;
  /** Documents that were trails when they were closed: a change of language closes a document and opens the same one again. */
  private readonly wasTrail = new WeakSet<vscode.TextDocument>();
  private readonly asked = new WeakSet<vscode.TextDocument>();
  private readonly waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  constructor(
    context: vscode.ExtensionContext,
    private readonly faults: Faults,
  ) {
    super();
    this.declined = new Declined(context.workspaceState);
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.opened(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.languageId === TRAIL_LANGUAGE) this.wasTrail.add(document);
        this.forget(document);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.isUntitled && contentChanges.some(({ text }) => text.length >= PASTED)) this.lookSoon(document);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.begin(document);
  }

  override dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    super.dispose();
  }

  private opened(document: vscode.TextDocument): void {
    if (document.languageId === TRAIL_LANGUAGE) this.declined.delete(document);
    else if (this.wasTrail.delete(document)) this.declined.add(document);
    else this.begin(document);
  }

  private lookSoon(document: vscode.TextDocument): void {
    this.forget(document);
    const timer = setTimeout(() => {
      this.waiting.delete(document);
      this.begin(document);
    }, SETTLE);
    this.waiting.set(document, timer);
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }

  private begin(document: vscode.TextDocument): void {
    inBackground(this.faults, () => this.look(document));
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const mode = vscode.workspace.getConfiguration('trail', uri).get<Mode>('detect', 'on');
    if (mode === 'off' || !isCandidate(document) || this.declined.has(document)) return;
    if (!isTrailHead(headOf(document))) return;
    const wanted = mode === 'on' || (await this.ask(document));
    if (wanted && isCandidate(document)) await vscode.languages.setTextDocumentLanguage(document, TRAIL_LANGUAGE);
  }

  private async ask(document: vscode.TextDocument): Promise<boolean> {
    if (this.asked.has(document)) return false;
    this.asked.add(document);
    const yes = vscode.l10n.t('Yes');
    const always = vscode.l10n.t('Always');
    const no = vscode.l10n.t('No');
    const name = visible(document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1));
    const question = vscode.l10n.t('{0} is an ActionTrail log. Open it as Trail JSON?', name);
    const answer = await showInfo(question, yes, always, no);
    if (answer === no) this.declined.add(document);
    if (answer === always)
      await vscode.workspace.getConfiguration('trail').update('detect', 'on', vscode.ConfigurationTarget.Global);
    return answer === yes || answer === always;
  }
}

function isCandidate(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  return (
    !document.isClosed &&
    LANGUAGES.has(languageId) &&
    !OWN_SCHEME.test(uri.scheme) &&
    (document.isUntitled || NAME.test(uri.path))
  );
}

/** The beginning of a document, by its lines: an offset in a large one would have all of its lines counted. */
function headOf(document: vscode.TextDocument): string {
  const parts: string[] = [];
  for (let line = 0, length = 0; line < document.lineCount && length < HEAD; line++) {
    const text = document.lineAt(line).text.slice(0, HEAD - length);
    parts.push(text);
    length += text.length + 1;
  }
  return parts.join('\n');
}
