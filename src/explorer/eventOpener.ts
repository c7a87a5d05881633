import { type EventsProvider } from './eventsProvider';
import { type TreeNode } from './node';

/**
 * Shows events in the editor. The focus stays in the tree, so that the arrow keys go on there; opening the same event once more (a double click, Enter
 * again) takes it to the editor.
 */
export function eventOpener(provider: EventsProvider): (node: TreeNode | undefined) => Promise<void> {
  let opened: string | undefined;
  return async (node) => {
    const { log } = provider;
    if (node?.kind === 'finding') {
      const { parent, finding } = node;
      await log?.reveal(parent.row, { preserveFocus: false, part: finding });
      return;
    }
    if (node?.kind !== 'event' || log === undefined) return;
    // The node may be of a tree from before an edit.
    const tree = await provider.settled();
    const current = tree?.counterpart(node);
    if (current?.kind !== 'event' || provider.log !== log) return;
    const again = opened === current.id && log.selectedRow() === current.row;
    opened = current.id;
    await log.reveal(current.row, { preserveFocus: !again });
  };
}
