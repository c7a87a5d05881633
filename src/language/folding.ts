import * as vscode from 'vscode';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { type Fold } from './folding/fold';
import { foldsOf } from './folding/folds';
import { walkInSlices } from '../trail/steps';
import { isRead } from '../workspace/whenRead';

/** Folding of lists, events, objects, arrays and comments. */
export function registerFolding({ trails }: Services): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(TRAIL_SELECTOR, {
    async provideFoldingRanges(document, _context, token) {
      const open = trails.get(document);
      if (open === undefined || !(await isRead(open, token))) return undefined;
      const { version } = open.trail;
      const folds: Fold[] = [];
      const isWanted = (): boolean => !token.isCancellationRequested && open.trail.version === version;
      if (!(await walkInSlices(foldsOf(open.trail, folds), isWanted))) return undefined;
      return folds.flatMap((fold) => rangeOf(open, fold) ?? []);
    },
  });
}

/** The lines of a fold; the line of the closing bracket stays in sight. */
function rangeOf({ document }: OpenTrail, { start, end, kind }: Fold): vscode.FoldingRange | undefined {
  const from = document.positionAt(start).line;
  const to = document.positionAt(end).line - (kind === 'value' ? 1 : 0);
  if (to <= from) return undefined;
  return new vscode.FoldingRange(from, to, kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined);
}
