import type * as vscode from 'vscode';

const KEY = 'trail.filterHistory';
const MAX_HISTORY = 30;

/** The filters that were used in this workspace, the last one first. */
export class History {
  constructor(private readonly memento: vscode.Memento) {}

  get all(): readonly string[] {
    return this.memento.get<readonly string[]>(KEY, []);
  }

  async add(text: string): Promise<void> {
    if (text === '') return;
    await this.memento.update(KEY, [text, ...this.all.filter((one) => one !== text)].slice(0, MAX_HISTORY));
  }
}
