import * as vscode from 'vscode';
import { EXPORT_SCHEME } from '../../workspace/language';
import { iconText } from '../../words/iconText';
import { visible } from '../../words/visible';
import { ComparedTexts } from './comparedTexts';
import { type RedactedExport } from './exportTexts';
import { leaksLabel, showLeaks } from './use';

interface Item extends vscode.QuickPickItem {
  readonly does: 'leaks' | 'save' | 'cancel';
}

/** Words with the name of the log behind them. */
type Titled = (words: string) => string;

/** Redacted exports beside what they would be otherwise, before they get their names. */
export class ExportPreviews extends ComparedTexts {
  constructor() {
    super(EXPORT_SCHEME);
  }

  /** Shows what the redaction has changed and what still looks like a secret, and asks whether a file with that name may be saved. */
  async maySave(name: string, made: RedactedExport, titled: Titled): Promise<boolean> {
    const uri = await this.show(name, vscode.l10n.t('{0}: redacted', visible(name)), made.before, made.after);
    try {
      for (;;) {
        const picked = await ask(name, made, titled);
        if (picked !== 'leaks') return picked === 'save';
        await showLeaks(made, uri, titled);
      }
    } finally {
      await this.close(uri);
    }
  }
}

async function ask(name: string, { values, leakCount, isShort }: RedactedExport, titled: Titled): Promise<Item['does']> {
  const items: Item[] = [
    {
      does: 'save',
      label: `$(save) ${leakCount > 0 ? vscode.l10n.t('Save Nevertheless') : vscode.l10n.t('Save')}`,
      description: iconText(name),
    },
    { does: 'cancel', label: `$(discard) ${vscode.l10n.t('Cancel')}`, description: vscode.l10n.t('no file is left') },
  ];
  if (leakCount > 0)
    items.unshift({
      does: 'leaks',
      label: `$(warning) ${leaksLabel(leakCount)}`,
      description: vscode.l10n.t('look at them first'),
    });
  const title = titled(vscode.l10n.t('Redacted: {0} values replaced', values.toLocaleString(vscode.env.language)));
  const placeHolder = isShort
    ? vscode.l10n.t('The comparison shows the beginning of the export. The file has not got its name yet.')
    : vscode.l10n.t('Look at the comparison behind this list. The file has not got its name yet.');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return picked?.does ?? 'cancel';
}
