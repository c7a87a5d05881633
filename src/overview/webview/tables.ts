import { FACETS } from '../model/facet';
import { rangeOf, type Range } from '../model/scale';
import { type Shown, type ShownCounted } from '../model/shown';
import { kindsIn } from '../model/stacks';
import { spanText } from '../model/ticks';
import { fill, numeral, type Words } from '../model/words';
import { totalsOf } from './bins';
import { button, h } from './dom';
import { HEAT_ROWS } from './heat';

/** Columns of time in the table of accounts. */
const COLUMNS = 12;

/** The figures of the pictures as tables, for who reads rather than looks. */
export function tablesOf(shown: Shown, counted: ShownCounted, words: Words, go: (range: Range) => void): readonly HTMLElement[] {
  const { events, failures } = { events: words.count, failures: words.failures };
  const present = kindsIn(shown);
  const times = table(words.timeline, [words.time, events, failures, ...present.map(({ kind }) => words.kinds[kind])]);
  for (let bin = 0; bin < shown.scale.count; bin++) {
    const totals = totalsOf(shown, { first: bin, last: bin });
    if (totals.events === 0) continue;
    const range = rangeOf(shown.scale, bin, bin);
    const jump = button(spanText(range), () => {
      go(range);
    });
    times.add(
      jump,
      [totals.events, totals.failures, ...present.map(({ at }) => totals.kinds[at] ?? 0)].map((count) => numeral(count, words)),
    );
  }
  const marks = table(words.marks, [words.time, words.marks]);
  for (const { bin, bins, text } of shown.marks) marks.add(spanText(rangeOf(shown.scale, bin, bin + bins - 1)), [text]);
  const lists = FACETS.map((id) => {
    const { values, notes, counts, failures: failed, distinct } = counted.facets[id];
    const list = table(words.facets[id], [words.value, '', words.count, words.failures]);
    values.forEach((value, at) => {
      const numbers = [counts[at] ?? 0, failed[at] ?? 0].map((count) => numeral(count, words));
      list.add(value === '' ? words.none[id] : value, [notes[at] ?? '', ...numbers]);
    });
    if (distinct > values.length) list.add(fill(words.more, numeral(distinct - values.length, words)), []);
    return list.element;
  });
  return [times.element, ...(shown.marks.length > 0 ? [marks.element] : []), accountsOf(shown, words), ...lists];
}

/** Which account acted when, several bins in a column. */
function accountsOf({ scale, facets: { account } }: Shown, words: Words): HTMLElement {
  const size = Math.ceil(scale.count / COLUMNS);
  const starts = Array.from({ length: Math.ceil(scale.count / size) }, (_, at) => at * size);
  const ends = starts.map((start) => Math.min(scale.count, start + size));
  const heads = starts.map((start, at) => spanText(rangeOf(scale, start, (ends[at] ?? 0) - 1)));
  const made = table(words.heat, [words.facets.account, ...heads]);
  account.values.slice(0, HEAT_ROWS).forEach((value, row) => {
    const counts = starts.map((start, at) =>
      account.matrix.subarray(row * scale.count + start, row * scale.count + (ends[at] ?? 0)).reduce((all, one) => all + one, 0),
    );
    made.add(
      value === '' ? words.none.account : value,
      counts.map((count) => numeral(count, words)),
    );
  });
  return made.element;
}

interface Table {
  readonly element: HTMLElement;
  add(head: Node | string, cells: readonly string[]): void;
}

function table(caption: string, heads: readonly string[]): Table {
  const body = h('tbody');
  const cells = heads.map((head) => h('th', { scope: 'col' }, head));
  const element = h('table', {}, h('caption', {}, caption), h('thead', {}, h('tr', {}, ...cells)), body);
  return {
    element,
    add(head, texts) {
      body.append(h('tr', {}, h('th', { scope: 'row' }, head), ...texts.map((text) => h('td', {}, text))));
    },
  };
}
