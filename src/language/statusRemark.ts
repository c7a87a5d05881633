import * as vscode from 'vscode';
import { TRAIL_SELECTOR } from '../workspace/language';
import { promptText } from '../words/notice';

/** What a line of the language status says. */
export interface Remark {
  readonly text: string;
  readonly detail?: string;
  readonly command?: vscode.Command;
}

/** A line of the language status that is there only while it has something to say. */
export class StatusRemark implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;

  constructor(
    private readonly id: string,
    private readonly name: string,
  ) {}

  /** Says something else; undefined takes the line away. */
  show(remark: Remark | undefined): void {
    if (remark === undefined) {
      this.dispose();
      return;
    }
    this.item ??= vscode.languages.createLanguageStatusItem(this.id, TRAIL_SELECTOR);
    this.item.name = this.name;
    this.item.severity = vscode.LanguageStatusSeverity.Warning;
    this.item.text = promptText(remark.text);
    this.item.detail = promptText(remark.detail ?? '');
    this.item.command = remark.command;
  }

  dispose(): void {
    this.item?.dispose();
    this.item = undefined;
  }
}
