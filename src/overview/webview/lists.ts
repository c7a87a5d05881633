import { type FacetId, FACETS } from '../model/facet';
import { KINDS } from '../model/kinds';
import { type Palette } from '../model/palette';
import { countsWithin, type Shown, type ShownCounted, type ShownFacet } from '../model/shown';
import { countText, fill, numeral, type Words } from '../model/words';
import { type Bins } from './bins';
import { h, setText } from './dom';

/** So many values of a list are shown. */
const ROWS = 10;

interface ListActions {
  readonly go: (facet: FacetId, code: number) => void;
}

/** One value of a list. It is made once, and filled again while a selection is dragged. */
class Row {
  readonly element = h('button', { type: 'button', class: 'row' });
  readonly item = h('li', {}, this.element);
  code = 0;
  private readonly bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
  private readonly value = h('span', { class: 'value' });
  private readonly note = h('span', { class: 'note' });
  private readonly number = h('span', { class: 'number' });

  constructor() {
    this.element.append(this.bar, this.value, this.note, this.number);
  }

  fill(value: string, note: string, count: number, most: number, colour: string, spoken: string, number: string): void {
    setText(this.value, value);
    setText(this.note, note);
    setText(this.number, number);
    const title = note === '' ? `${value}: ${spoken}` : `${value} · ${note}: ${spoken}`;
    if (this.element.title !== title) {
      this.element.title = title;
      this.element.setAttribute('aria-label', title);
    }
    this.bar.style.width = `${most === 0 ? 0 : (100 * count) / most}%`;
    this.bar.style.background = colour;
  }
}

/** The most frequent values of one column as bars. */
class List {
  readonly element: HTMLElement;
  private readonly rows = Array.from({ length: ROWS }, () => new Row());
  private readonly nothing = h('p', { class: 'muted' });
  private readonly more = h('p', { class: 'muted' });

  constructor(
    private readonly id: FacetId,
    private readonly words: Words,
    actions: ListActions,
  ) {
    setText(this.nothing, words.nothing);
    for (const row of this.rows)
      row.element.addEventListener('click', () => {
        actions.go(id, row.code);
      });
    const name = words.facets[id];
    const items = h('ol', { 'aria-label': name }, ...this.rows.map(({ item }) => item));
    this.element = h('section', { class: 'list', 'data-facet': id }, h('h2', {}, name), this.nothing, items, this.more);
  }

  /** Shows the numbers of a list; `counts` are those of its values where they are others than its own. */
  update(facet: ShownFacet, palette: Palette, counts?: Uint32Array): void {
    const { words } = this;
    const numbers = counts ?? facet.counts;
    const order = Array.from(numbers, (_, at) => at).filter((at) => (numbers[at] ?? 0) > 0);
    if (counts !== undefined) order.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
    const most = numbers[order[0] ?? 0] ?? 0;
    this.rows.forEach((row, place) => {
      const at = order[place];
      row.item.hidden = at === undefined;
      if (at === undefined) return;
      const count = numbers[at] ?? 0;
      const value = facet.values[at] ?? '';
      row.code = facet.codes[at] ?? 0;
      row.element.classList.toggle('empty', value === '');
      const failures = counts === undefined && this.id !== 'error' ? (facet.failures[at] ?? 0) : 0;
      const number =
        failures === 0 ? numeral(count, words) : `${numeral(count, words)} (${fill(words.failed, numeral(failures, words))})`;
      row.fill(
        value === '' ? words.none[this.id] : value,
        facet.notes[at] ?? '',
        count,
        most,
        this.colour(facet, at, palette),
        countText(count, failures, words),
        number,
      );
    });
    this.nothing.hidden = order.length > 0;
    const more = facet.distinct - Math.min(ROWS, order.length);
    // While a selection is dragged, only the most frequent values of the whole are known.
    setText(this.more, counts === undefined && more > 0 ? fill(words.more, numeral(more, words)) : '');
  }

  private colour(facet: ShownFacet, at: number, palette: Palette): string {
    if (this.id === 'error') return palette.failed;
    const kind = this.id === 'name' ? KINDS[facet.kinds[at] ?? 0] : undefined;
    return kind === undefined ? palette.bar : palette.kinds[kind];
  }
}

/** The lists of the most frequent values. */
export class Lists {
  readonly element = h('div', { class: 'lists' });
  private readonly lists: Readonly<Record<FacetId, List>>;

  constructor(words: Words, actions: ListActions) {
    const list = (id: FacetId): List => new List(id, words, actions);
    this.lists = { name: list('name'), account: list('account'), address: list('address'), error: list('error') };
    this.element.append(...FACETS.map((id) => this.lists[id].element));
  }

  /** Shows the numbers of a log, or of the selected part. */
  update({ facets }: ShownCounted, palette: Palette): void {
    for (const id of FACETS) this.lists[id].update(facets[id], palette);
  }

  /** Shows the numbers of some bins, as far as they are known here. */
  preview({ facets, scale }: Shown, { first, last }: Bins, palette: Palette): void {
    for (const id of FACETS) this.lists[id].update(facets[id], palette, countsWithin(facets[id], scale.count, first, last));
  }
}
