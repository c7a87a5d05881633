import * as vscode from 'vscode';
import { formatUtc } from '../knowledge/times';
import { comparable } from '../share/events/comparable';
import { Column } from '../trail/scan/row';
import { type OpenLog } from '../workspace/openLog';
import { Disposable } from '../workspace/disposable';
import { COMPARE_SCHEME } from '../workspace/language';
import { eventText } from '../event/eventText';
import { showInfo } from '../workspace/notices';
import { label } from '../words/label';

/** Whether an event was chosen to be compared with another; menus ask for it. */
const CHOSEN = 'trail.hasEventToCompare';
/** Texts that are kept: those of the comparisons that may still be open. */
const MAX_KEPT = 40;
const LONGEST_NAME = 60;

interface Side {
  readonly name: string;
  readonly text: string;
}

/** Two events side by side in the editor's own comparison, each written so that only what differs is marked. */
export class Comparison extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private chosen: Side | undefined;
  private count = 0;

  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(COMPARE_SCHEME, this));
  }

  provideTextDocumentContent({ query }: vscode.Uri): string {
    return this.texts.get(query) ?? '';
  }

  /** Keeps an event as the left side: its text, since its log may change or be closed. */
  async select(log: OpenLog, row: number): Promise<void> {
    const side = sideOf(log, row);
    if (side === undefined) return;
    this.chosen = side;
    await vscode.commands.executeCommand('setContext', CHOSEN, true);
  }

  /** Shows the event that was kept beside this one. */
  async compare(log: OpenLog, row: number): Promise<void> {
    if (this.chosen === undefined) {
      void showInfo(vscode.l10n.t('Choose the first event with “Select Event for Compare”.'));
      return;
    }
    const side = sideOf(log, row);
    if (side === undefined) return;
    const left = this.address(this.chosen);
    const right = this.address(side);
    await vscode.commands.executeCommand('vscode.diff', left, right, `${this.chosen.name} ↔ ${side.name}`);
  }

  private address({ name, text }: Side): vscode.Uri {
    const query = String(++this.count);
    this.texts.set(query, text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > MAX_KEPT && oldest !== undefined) this.texts.delete(oldest);
    return vscode.Uri.from({ scheme: COMPARE_SCHEME, path: `/${name.replace(/[^\p{L}\p{N}._ -]/gu, '-')}.trail.json`, query });
  }
}

function sideOf(log: OpenLog, row: number): Side | undefined {
  const { trail } = log;
  const text = comparable(eventText(trail, row, log.recordText(row)));
  if (text === undefined) {
    void showInfo(vscode.l10n.t('This event is damaged: it cannot be compared.'));
    return undefined;
  }
  const time = trail.rows.time(row);
  const name = label(trail.value(row, Column.EventName)).slice(0, LONGEST_NAME);
  return { name: [name, Number.isNaN(time) ? '' : formatUtc(time)].filter(Boolean).join(' '), text };
}
