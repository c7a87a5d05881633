import { createScanner, type SyntaxKind } from 'jsonc-parser';
import { blocksOf } from './comments';
import { type Fold } from './fold';

/** Values of jsonc-parser's enum, which exists for its types only. */
const OPEN: readonly SyntaxKind[] = [1, 3];
const CLOSE: readonly SyntaxKind[] = [2, 4];
const COMMENTS: readonly SyntaxKind[] = [12, 13];
const END: SyntaxKind.EOF = 17;

/** Reads the text between records, one gap after the other, and gives the lists and envelopes that end in each, and its comments. */
export function foldsOfGap(): { read(text: string, base: number): readonly Fold[] } {
  const open: number[] = [];
  return {
    read(text, base) {
      if (!/[[\]{}/]/.test(text)) return [];
      const folds: Fold[] = [];
      const comments: { start: number; end: number }[] = [];
      const scanner = createScanner(text);
      for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
        const start = scanner.getTokenOffset();
        const end = start + scanner.getTokenLength();
        if (OPEN.includes(token)) open.push(base + start);
        else if (CLOSE.includes(token)) {
          const from = open.pop();
          if (from !== undefined) folds.push({ start: from, end: base + end, kind: 'value', depth: 0 });
        } else if (COMMENTS.includes(token)) comments.push({ start, end });
      }
      for (const { start, end } of blocksOf(comments, text))
        if (text.slice(start, end).includes('\n'))
          folds.push({ start: base + start, end: base + end, kind: 'comment', depth: 0 });
      return folds;
    },
  };
}
