import * as vscode from 'vscode';
import { type Platform } from '../../platform/platform';
import { type Redacted } from '../../share/redact/redact';
import { Disposable } from '../../workspace/disposable';
import { REDACTED_SCHEME } from '../../workspace/language';
import { visible } from '../visible';
import { type Subject } from './subject';

/** The beginning of a longer text is shown: editors compare no more in time. UTF-16 units. */
const MAX_PREVIEW = 4_194_304;

/** A redaction that is being looked at. */
export interface Preview {
  readonly subject: Subject;
  readonly redacted: Redacted;
  /** The address of the redacted text. */
  readonly uri: vscode.Uri;
  /** Not all of the text is shown. */
  readonly isShort: boolean;
  /** Where it is saved with. */
  readonly platform: Platform;
}

/** Redacted texts beside what they were made of, as documents that cannot be edited. */
export class Previews extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly previews = new Map<string, Preview>();
  private readonly contents = new Map<string, string>();
  private count = 0;

  constructor(private readonly platform: Platform) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(REDACTED_SCHEME, this));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme !== REDACTED_SCHEME) return;
        this.contents.delete(uri.toString());
        this.previews.delete(uri.toString());
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.contents.get(uri.toString()) ?? '';
  }

  /** The preview in the active editor, or the latest one. */
  get current(): Preview | undefined {
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    return this.previews.get(active) ?? [...this.previews.values()].at(-1);
  }

  /** Shows what a redaction changes. */
  async show(subject: Subject, redacted: Redacted): Promise<Preview> {
    const number = ++this.count;
    const name = subject.document.uri.path.split('/').at(-1) ?? '';
    const address = (side: string): vscode.Uri =>
      vscode.Uri.from({ scheme: REDACTED_SCHEME, path: `/${side}/${name}`, query: String(number) });
    const after = address('redacted');
    const { shown, isShort } = beginning(redacted.texts);
    this.contents.set(after.toString(), shown);
    let before = subject.document.uri;
    if (subject.scope !== 'document' || isShort) {
      before = address('original');
      const start = subject.document.offsetAt(subject.range.start);
      const end = subject.document.positionAt(start + shown.length);
      this.contents.set(before.toString(), subject.document.getText(new vscode.Range(subject.range.start, end)));
    }
    const preview: Preview = { subject, redacted, uri: after, isShort, platform: this.platform };
    this.previews.set(after.toString(), preview);
    const title = vscode.l10n.t('{0}: redacted', visible(name));
    await vscode.commands.executeCommand('vscode.diff', before, after, title, { preview: false });
    return preview;
  }
}

function beginning(texts: readonly string[]): { readonly shown: string; readonly isShort: boolean } {
  let length = 0;
  const count = texts.findIndex((text) => (length += text.length) > MAX_PREVIEW);
  if (count < 0) return { shown: texts.join(''), isShort: false };
  return { shown: texts.slice(0, Math.max(count, 1)).join('').slice(0, MAX_PREVIEW), isShort: true };
}
