import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { type Faults, inBackground } from '../workspace/faults';
import { type EventsProvider } from './eventsProvider';
import { type EventsView } from './eventsView';

/** How long the cursor must rest, in ms. */
const REST = 100;

/** Selects the event under the cursor in the tree, while the tree can be seen. */
export class Follower extends Disposable {
  private listener: vscode.Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The node that was followed last: the tree is left alone until the cursor is in another event. */
  private followed: string | undefined;

  constructor(
    private readonly provider: EventsProvider,
    private readonly view: EventsView,
    private readonly faults: Faults,
  ) {
    super();
    this.register(
      provider.onDidUpdate(() => {
        this.listen();
        this.schedule();
      }),
    );
    this.register(
      view.tree.onDidChangeVisibility(() => {
        this.schedule();
      }),
    );
    this.listen();
  }

  override dispose(): void {
    this.listener?.dispose();
    if (this.timer !== undefined) clearTimeout(this.timer);
    super.dispose();
  }

  private listen(): void {
    this.listener?.dispose();
    this.listener = this.provider.log?.onDidSelect(() => {
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      inBackground(this.faults, () => this.follow());
    }, REST);
  }

  private async follow(): Promise<void> {
    const { log } = this.provider;
    if (log === undefined || !this.isWanted()) return;
    const tree = await this.provider.settled();
    if (tree === undefined || this.provider.log !== log || !this.isWanted()) return;
    const node = tree.find(log.selectedRow());
    if (node === undefined || node.id === this.followed) return;
    this.followed = node.id;
    if (this.view.tree.selection[0]?.id === node.id) return;
    try {
      await this.view.tree.reveal(node, { select: true, focus: false });
    } catch (error) {
      // A tree that was made again meanwhile does not know the node; its own update follows the cursor.
      if (this.provider.tree === tree) throw error;
    }
  }

  private isWanted(): boolean {
    return this.view.tree.visible && vscode.workspace.getConfiguration('trail.explorer').get('follow', true);
  }
}
