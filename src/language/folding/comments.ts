interface Span {
  readonly start: number;
  readonly end: number;
}

/** Comments that stand on lines of their own, one below the other, as one. */
export function blocksOf(comments: readonly Span[], text: string): readonly Span[] {
  const blocks: { start: number; end: number }[] = [];
  for (const { start, end } of comments) {
    const last = blocks.at(-1);
    if (last !== undefined && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(last.end, start))) last.end = end;
    else blocks.push({ start, end });
  }
  return blocks;
}
