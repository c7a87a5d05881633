import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type GzipFiles } from './gzipFiles';
import { type GroupLimits } from './groupLimits';
import { type OpenSource } from './openSource';
import { EVENT_SCHEME, GZIP_SCHEME, SUMMARY_SCHEME } from './language';
import { type Sources } from './sources';

const SELECTOR: vscode.DocumentSelector = [{ scheme: GZIP_SCHEME }, { scheme: EVENT_SCHEME }, { scheme: SUMMARY_SCHEME }];

/** Says in the language status why not all of a log is there that is in no document of its own. */
export class LimitStatus extends Disposable {
  private items: readonly vscode.LanguageStatusItem[] = [];
  private shown = '';
  private followed: { readonly source: OpenSource; readonly listener: vscode.Disposable } | undefined;

  constructor(
    private readonly files: GzipFiles,
    private readonly sources: Sources,
    private readonly groupLimits: GroupLimits,
  ) {
    super();
    const update = (): void => {
      this.update();
    };
    this.register(vscode.window.onDidChangeActiveTextEditor(update));
    this.register(files.onDidRead(update));
    this.register(sources.onDidChangeActive(update));
    this.register(groupLimits.onDidChange(update));
    this.update();
  }

  override dispose(): void {
    this.show([]);
    this.followed?.listener.dispose();
    super.dispose();
  }

  private update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const source = uri && this.sources.of(uri);
    if (source !== this.followed?.source) {
      this.followed?.listener.dispose();
      this.followed = source && {
        source,
        listener: source.onDidChange(() => {
          this.update();
        }),
      };
    }
    const problem = uri?.scheme === GZIP_SCHEME ? this.files.problemOf(uri) : undefined;
    const hasRest = source !== undefined && this.groupLimits.of(source) > 0;
    this.show([
      ...(problem === undefined ? [] : [problem]),
      ...(source?.limits() ?? []),
      ...(hasRest ? [vscode.l10n.t('More groups than the tree tells apart: the last of a list holds its rest')] : []),
    ]);
  }

  private show(lines: readonly string[]): void {
    const shown = lines.join('\n');
    if (shown === this.shown) return;
    this.shown = shown;
    for (const item of this.items) item.dispose();
    this.items = lines.map((line, index) => {
      const item = vscode.languages.createLanguageStatusItem(`trail.source.${index}`, SELECTOR);
      item.name = vscode.l10n.t('ActionTrail Log: Limit Reached');
      // What stands before the colon: the pop-up does not break lines.
      item.text = line.split(/[:：]/)[0] ?? line;
      item.accessibilityInformation = { label: line };
      item.severity = vscode.LanguageStatusSeverity.Warning;
      return item;
    });
  }
}
