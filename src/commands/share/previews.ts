import * as vscode from 'vscode';
import { type Platform } from '../../platform/platform';
import { type Redacted } from '../../share/redact/redact';
import { Disposable } from '../../workspace/disposable';
import { REDACTED_SCHEME } from '../../workspace/language';
import { visible } from '../../words/visible';
import { ComparedTexts, MAX_COMPARED } from './comparedTexts';
import { type Subject } from './subject';

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

/** Redacted texts beside what they were made of. */
export class Previews extends Disposable {
  private readonly previews = new Map<string, Preview>();
  private readonly texts = this.register(new ComparedTexts(REDACTED_SCHEME));

  constructor(private readonly platform: Platform) {
    super();
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.previews.delete(uri.toString());
      }),
    );
  }

  /** The preview in the active editor, or the latest one. */
  get current(): Preview | undefined {
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    return this.previews.get(active) ?? [...this.previews.values()].at(-1);
  }

  /** Shows what a redaction changes. */
  async show(subject: Subject, redacted: Redacted): Promise<Preview> {
    const { document, range, scope } = subject;
    const name = document.uri.path.split('/').at(-1) ?? '';
    const { shown, isShort } = beginning(redacted.texts);
    const end = document.positionAt(document.offsetAt(range.start) + shown.length);
    const before = scope === 'document' && !isShort ? document.uri : document.getText(new vscode.Range(range.start, end));
    const uri = await this.texts.show(name, vscode.l10n.t('{0}: redacted', visible(name)), before, shown);
    const preview: Preview = { subject, redacted, uri, isShort, platform: this.platform };
    this.previews.set(uri.toString(), preview);
    return preview;
  }
}

function beginning(texts: readonly string[]): { readonly shown: string; readonly isShort: boolean } {
  let length = 0;
  const count = texts.findIndex((text) => (length += text.length) > MAX_COMPARED);
  if (count < 0) return { shown: texts.join(''), isShort: false };
  return { shown: texts.slice(0, Math.max(count, 1)).join('').slice(0, MAX_COMPARED), isShort: true };
}
