import * as vscode from 'vscode';
import { findValue } from '../../trail/search';
import { type OpenTrail } from '../../workspace/openTrail';
import { walkInSlices } from '../../trail/steps';

/** What is marked at most, and how far the log is read for it on each side; UTF-16 units. The cursor moves often. */
const MAX_HIGHLIGHTS = 1_000;
const REACH = 4_194_304;

/** The places of a value around an offset: what can be seen comes first, the rest as far as the limits allow. */
export async function highlightsOf(
  open: OpenTrail,
  value: string,
  offset: number,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentHighlight[] | undefined> {
  const { document, trail } = open;
  const { version } = document;
  const starts = new Map<number, vscode.DocumentHighlight>();
  const steps = (function* () {
    for (const [from, to] of [...visibleParts(document), [Math.max(0, offset - REACH), offset + REACH] as const]) {
      for (const hit of findValue(trail.text, value, from, Math.min(to, trail.text.length))) {
        if (hit !== undefined) starts.set(hit.start, new vscode.DocumentHighlight(open.range(hit.start, hit.end)));
        if (starts.size >= MAX_HIGHLIGHTS) return;
        yield;
      }
    }
  })();
  const isDone = await walkInSlices(steps, () => !token.isCancellationRequested && document.version === version);
  return isDone ? [...starts.values()] : undefined;
}

function visibleParts(document: vscode.TextDocument): readonly (readonly [number, number])[] {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) =>
      visibleRanges.map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const),
    );
}
