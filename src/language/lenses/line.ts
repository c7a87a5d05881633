/** Columns that a line takes at most: about as many as an editor beside the tree shows. What is left out is in its tooltip. */
export const MAX_WIDTH = 110;

const SEPARATOR = ' · ';
/** Characters that take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
/** An icon of ours; those of values are escaped. */
const ICON = /(?<!\\)\$\([a-z-]+\)/g;

/** What is said of an event, each part ready for a label that renders icons; empty where there is nothing to say. */
export interface Summary {
  readonly time: string;
  readonly actor: string;
  /** In one language or two, that of the reader first. */
  readonly meanings: readonly string[];
  readonly region: string;
  readonly error: string;
}

/**
 * An event in a line, no wider than it can be seen: what is dropped first is the meaning in the second language, then the region, then the counts from the
 * last one on; then the meaning is cut.
 */
export function lineOf(
  { time, actor, meanings, region, error }: Summary,
  counts: readonly string[] = [],
  max = Infinity,
): string {
  const write = (meaning: string, where: string, shown: number): string =>
    [time, actor, meaning, where, error, ...counts.slice(0, shown)].filter((part) => part !== '').join(SEPARATOR);
  const [first = ''] = meanings;
  const all = counts.length;
  const lines = [
    write(meanings.join(' / '), region, all),
    write(first, region, all),
    ...Array.from({ length: all + 1 }, (_, fewer) => write(first, '', all - fewer)),
  ];
  const fitting = lines.find((line) => widthOf(line) <= max);
  if (fitting !== undefined) return fitting;
  const room = max - widthOf(write('…', '', 0));
  let cut = '';
  for (const character of first) {
    if (widthOf(cut + character) > room) break;
    cut += character;
  }
  return write(cut === '' ? '' : `${cut}…`, '', 0);
}

/** A line as plain text, for where no icons are drawn. */
export function plainLine(line: string): string {
  return line.replace(ICON, '✗').replace(/\\(?=\$\()/g, '');
}

/** Columns that a label takes. */
function widthOf(label: string): number {
  const text = label.replace(ICON, '  ');
  return text.length + (text.match(WIDE)?.length ?? 0);
}
