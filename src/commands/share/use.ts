import * as vscode from 'vscode';
import { mappingLines } from '../../share/redact/mapping';
import { reverse } from '../../share/redact/redact';
import { type Leak } from '../../share/redact/sweep';
import { reasonOf } from '../../platform/files';
import { writeTexts } from '../../workspace/textFile';
import { showNew } from '../../workspace/newDocument';
import { kindLabel } from './kinds';
import { type Preview } from './previews';
import { withProgress } from './run';
import { showInfo, showWarning, showError, say } from '../../workspace/notices';
import { visible } from '../../words/visible';
import { iconText } from '../../words/iconText';

/** What can be done with a redacted text. */
export type Use = 'copy' | 'saveAs' | 'open' | 'saveMapping' | 'leaks';

interface Item extends vscode.QuickPickItem {
  readonly use: Use;
}

/** Offers what can be done with a redacted text until the user has enough. */
export async function offer(preview: Preview): Promise<void> {
  for (;;) {
    const { redacted, isShort } = preview;
    const count = redacted.leakCount;
    const items: Item[] = [
      { use: 'copy', label: `$(copy) ${vscode.l10n.t('Copy')}` },
      { use: 'saveAs', label: `$(save-as) ${vscode.l10n.t('Save As…')}` },
      { use: 'open', label: `$(go-to-file) ${vscode.l10n.t('Open as New Document')}` },
      {
        use: 'saveMapping',
        label: `$(key) ${vscode.l10n.t('Save Mapping…')}`,
        description: vscode.l10n.t('the only way to take the redaction back; it holds the secrets'),
      },
    ];
    if (count > 0)
      items.unshift({ use: 'leaks', label: `$(warning) ${leaksLabel(count)}`, description: vscode.l10n.t('look at them first') });
    const title = preview.subject.titled(
      vscode.l10n.t('Redacted: {0} values replaced', redacted.mapping.pairs.length.toLocaleString(vscode.env.language)),
    );
    const placeHolder = isShort
      ? vscode.l10n.t('The comparison shows the beginning of the log. Nothing has left this editor yet.')
      : vscode.l10n.t('Look at the comparison behind this list. Nothing has left this editor yet.');
    const picked = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
    if (picked === undefined) return;
    await make(preview, picked.use);
    if (picked.use === 'open') return;
  }
}

/** Does one thing with a redacted text; `target` is where to save it, asked for otherwise. */
export async function make(preview: Preview, use: Use, target?: vscode.Uri): Promise<void> {
  const { texts } = preview.redacted;
  switch (use) {
    case 'copy':
      await vscode.env.clipboard.writeText(texts.join(''));
      say(vscode.l10n.t('The redacted text was copied.'));
      return;
    case 'open':
      await showNew(texts.join(''), preview.subject.document.languageId, { preview: false });
      return;
    case 'saveAs':
      await save(preview, target ?? (await askWhere(preview, 'redacted')), texts);
      return;
    case 'saveMapping':
      await saveMapping(preview, target);
      return;
    case 'leaks':
      await showLeaks(preview.redacted, preview.uri, preview.subject.titled);
  }
}

export function leaksLabel(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 value still looks like a secret')
    : vscode.l10n.t('{0} values still look like secrets', count.toLocaleString(vscode.env.language));
}

async function saveMapping(preview: Preview, target: vscode.Uri | undefined): Promise<void> {
  const uri = target ?? (await askWhere(preview, 'mapping'));
  if (uri === undefined) return;
  const { subject, redacted } = preview;
  const { texts, mapping } = redacted;
  const progress = { share: 0 };
  const pieces = { count: texts.length, read: (piece: number) => texts[piece] ?? '', recordAt: () => -1 };
  const back = await withProgress(vscode.l10n.t('Trying the mapping'), progress, reverse(pieces, mapping));
  if (back === undefined || !(await save(preview, uri, mappingLines(mapping), true))) return;
  if (back.join('') !== subject.document.getText(subject.range))
    void showWarning(
      vscode.l10n.t(
        'The mapping was saved, but does not give back exactly the text: a stand-in is also a word of the log, or the log was edited.',
      ),
    );
}

/** Lists what still looks like a secret, and selects in the text at `uri` what the user chooses. */
export async function showLeaks(
  { leaks, leakCount }: { readonly leaks: readonly Leak[]; readonly leakCount: number },
  uri: vscode.Uri,
  titled: (words: string) => string,
): Promise<void> {
  const items = leaks.map((leak: Leak) => ({ leak, label: iconText(leak.value, 100), description: kindLabel(leak.kind) }));
  const picked = await vscode.window.showQuickPick(items, { title: titled(leaksLabel(leakCount)), ignoreFocusOut: true });
  if (picked === undefined) return;
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor === undefined) return;
  const { document } = editor;
  const { value, start } = picked.leak;
  const text = document.getText();
  // Where a value starts is known in the log as it is; a table has it elsewhere.
  const exact = text.indexOf(value, start);
  const from = exact < 0 ? text.indexOf(value) : exact;
  if (from < 0) {
    void showInfo(vscode.l10n.t('This value is not in the part that is compared, or it is written otherwise there.'));
    return;
  }
  const range = new vscode.Range(document.positionAt(from), document.positionAt(from + value.length));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}

/** A name beside the log's: `log.trail.json` → `log.redacted.trail.json`. */
function besides({ subject }: Preview, what: 'redacted' | 'mapping'): vscode.Uri | undefined {
  const { uri } = subject.document;
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') return undefined;
  const name = uri.path.replace(/(?:\.trail)?\.\w+$/, '');
  return uri.with({ path: what === 'mapping' ? `${name}.mapping.json` : `${name}.redacted${uri.path.slice(name.length)}` });
}

async function askWhere(preview: Preview, what: 'redacted' | 'mapping'): Promise<vscode.Uri | undefined> {
  const defaultUri = besides(preview, what);
  const title = preview.subject.titled(vscode.l10n.t('Save'));
  return vscode.window.showSaveDialog({ title, ...(defaultUri === undefined ? {} : { defaultUri }) });
}

/** Saves texts, with `isSecret` for nobody else to read; false where that failed, which the user is told, or no file was chosen. */
async function save(
  { platform }: Preview,
  uri: vscode.Uri | undefined,
  texts: Iterable<string>,
  isSecret = false,
): Promise<boolean> {
  if (uri === undefined) return false;
  try {
    await writeTexts(platform, uri, texts, isSecret);
  } catch (error) {
    void showError(vscode.l10n.t('The file could not be saved: {0}', visible(reasonOf(error))));
    return false;
  }
  const name = visible(uri.path.split('/').at(-1) ?? '');
  say(vscode.l10n.t('{0} was saved.', name));
  return true;
}
