import { formatLocal, offsetOf } from '../../knowledge/times';
import { codeSpan, plain } from '../../words/markdown';
import { FACETS } from './facet';
import { rangeOf, type Range, wholeOf } from './scale';
import { type Shown, type ShownCounted } from './shown';
import { kindsIn } from './stacks';
import { spanText } from './ticks';
import { countText, fill, numeral, type Words } from './words';

/** Rows of a table: more of them is what a picture is for. */
const MAX_ROWS = 24;
/** Values of a list. */
const MAX_LISTED = 10;

/**
 * The overview as Markdown. Values of the log are code spans within table cells; nothing in them is a format, a link or the end of a cell.
 * Numbers, times and the words of this extension stay as they are, so that the text can be read without being drawn.
 */
export function markdownOf(shown: Shown, range: Range | undefined, counted: ShownCounted | undefined, words: Words): string {
  const { events, failures, facets } = counted ?? shown;
  const span = range ?? wholeOf(shown.scale);
  const parts = [
    `# ${plain(shown.title)}`,
    `**${countText(events, failures, words)}** · ${spanText(span)} (${offsetOf(span.from)})`,
    timeTable(shown, words),
  ];
  for (const id of FACETS) {
    const { values, counts, failures: failed, distinct, notes } = facets[id];
    if (values.length === 0) continue;
    const rows = values.slice(0, MAX_LISTED).map((value, at) => {
      const name = value === '' ? words.none[id] : cell(value);
      return [name, plain(notes[at] ?? ''), numeral(counts[at] ?? 0, words), numeral(failed[at] ?? 0, words)];
    });
    const more = distinct - rows.length;
    parts.push(
      `## ${words.facets[id]}`,
      table([words.value, '', words.count, words.failures], rows),
      ...(more > 0 ? [fill(words.more, numeral(more, words))] : []),
    );
  }
  if (shown.marks.length > 0)
    parts.push(
      `## ${words.marks}`,
      shown.marks
        .slice(0, MAX_ROWS)
        .map(({ bin, bins, text }) => `- ${spanText(rangeOf(shown.scale, bin, bin + bins - 1))}: ${plain(text)}`)
        .join('\n'),
    );
  return `${parts.join('\n\n')}\n`;
}

/** The timeline, several bins in a row where there are many. */
function timeTable({ scale, kinds, failed }: Shown, words: Words): string {
  const size = Math.ceil(scale.count / MAX_ROWS);
  const present = kindsIn({ scale, kinds });
  const rows: string[][] = [];
  for (let from = 0; from < scale.count; from += size) {
    const to = Math.min(scale.count, from + size);
    const sum = (counts: Uint32Array, base: number): number =>
      counts.subarray(base + from, base + to).reduce((all, count) => all + count, 0);
    const counts = present.map(({ at }) => sum(kinds, at * scale.count));
    const total = counts.reduce((all, count) => all + count, 0);
    if (total === 0) continue;
    rows.push([
      formatLocal(scale.start + from * scale.width),
      ...[total, sum(failed, 0), ...counts].map((count) => numeral(count, words)),
    ]);
  }
  return table([words.time, words.count, words.failures, ...present.map(({ kind }) => words.kinds[kind])], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A value in a cell: a bar would end it, also within code. */
function cell(value: string): string {
  return codeSpan(value).replaceAll('|', '\\|');
}
