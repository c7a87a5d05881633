import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type OpenLog } from './openLog';

/** How many groups of a log the tree of events does not tell apart, since there are too many: told wherever limits are. */
export class GroupLimits extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<OpenLog>());
  /** The number of a log is another. */
  readonly onDidChange = this.changed.event;
  private readonly counts = new WeakMap<OpenLog, number>();

  of(log: OpenLog): number {
    return this.counts.get(log) ?? 0;
  }

  set(log: OpenLog, count: number): void {
    if (this.of(log) === count) return;
    this.counts.set(log, count);
    this.changed.fire(log);
  }
}
