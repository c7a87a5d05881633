import * as vscode from 'vscode';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type Services } from '../workspace/services';
import { stretchesAt } from './selection/chain';

/** *Expand Selection*: value, member, object, event, list, log. */
export function registerSelectionRanges({ trails }: Services): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(TRAIL_SELECTOR, {
    provideSelectionRanges(document, positions) {
      const open = trails.get(document);
      return positions.map((position) => {
        const offset = document.offsetAt(position);
        const stretches =
          open === undefined ? [] : stretchesAt(open.trail, offset).filter(({ start, end }) => start <= offset && offset <= end);
        return (
          stretches.reduce<vscode.SelectionRange | undefined>(
            (parent, { start, end }) =>
              new vscode.SelectionRange(new vscode.Range(document.positionAt(start), document.positionAt(end)), parent),
            undefined,
          ) ?? new vscode.SelectionRange(new vscode.Range(position, position))
        );
      });
    },
  });
}
