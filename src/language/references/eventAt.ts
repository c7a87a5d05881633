import * as vscode from 'vscode';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Services } from '../../workspace/services';

/** A row of an open log; -1 where there is no event. */
export interface EventAt {
  readonly open: OpenTrail;
  readonly row: number;
}

/** The event that a command is about: that at a place which a link names by the document's address and an offset, or else that at the cursor. */
export function eventAt({ trails }: Services, address?: unknown, offset?: unknown): EventAt | undefined {
  if (typeof address === 'string' && typeof offset === 'number') {
    const open = trails.all.find(({ uri }) => uri.toString() === address);
    return open && { open, row: open.trail.rowAt(offset) };
  }
  const open = trails.active;
  if (open === undefined || vscode.window.activeTextEditor?.document !== open.document) return undefined;
  return { open, row: open.selectedRow() };
}
