import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type Log } from './log';

/** How many groups of a log the tree of events does not tell apart, since there are too many: told wherever limits are. */
export class GroupLimits extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Log>());
  /** The number of a log is another. */
  readonly onDidChange = this.changed.event;
  private readonly counts = new WeakMap<Log, number>();

  of(log: Log): number {
    return this.counts.get(log) ?? 0;
  }

  set(log: Log, count: number): void {
    if (this.of(log) === count) return;
    this.counts.set(log, count);
    this.changed.fire(log);
  }
}
