import { type Palette } from '../model/palette';
import { heatOf } from '../model/picture';
import { rangeOf, type Range } from '../model/scale';
import { type Shown } from '../model/shown';
import { countText, type Words } from '../model/words';
import { spanText } from '../model/ticks';
import { type Bins } from './bins';
import { button, h } from './dom';

/** So many accounts are shown. */
export const HEAT_ROWS = 12;
/** The height of a row, in units of the font's size. */
const ROW = 1.6;

interface HeatActions {
  readonly say: (text: string) => void;
  readonly go: (code: number, range: Range | undefined) => void;
}

/** Which account acted when: the darker, the more. The table view has the same for who cannot see it. */
export class Heat {
  readonly element = h('div', { class: 'heat' });
  private readonly canvas = h('canvas', { role: 'img' });
  private readonly labels = h('div', { class: 'labels' });
  private readonly selection = h('div', { class: 'selection', hidden: true });
  private shown: Shown | undefined;
  private palette: Palette | undefined;

  constructor(
    private readonly words: Words,
    private readonly actions: HeatActions,
  ) {
    this.canvas.setAttribute('aria-label', words.heatHelp);
    this.element.append(this.labels, h('div', { class: 'cells' }, this.canvas, this.selection));
    this.canvas.addEventListener('pointermove', (event) => {
      const cell = this.cellAt(event);
      if (cell !== undefined) actions.say(cell.text);
    });
    this.canvas.addEventListener('click', (event) => {
      const cell = this.cellAt(event);
      if (cell !== undefined && cell.count > 0) actions.go(cell.code, cell.range);
    });
    new ResizeObserver(() => {
      this.draw();
    }).observe(this.element);
  }

  update(shown: Shown, palette: Palette): void {
    this.shown = shown;
    this.palette = palette;
    const { values, codes } = shown.facets.account;
    this.labels.replaceChildren(
      ...values.slice(0, HEAT_ROWS).map((value, row) => {
        const name = value === '' ? this.words.none.account : value;
        const code = codes[row] ?? 0;
        const go = (): void => {
          this.actions.go(code, undefined);
        };
        return button(name, go, { title: name, class: value === '' ? 'empty' : '' });
      }),
    );
    this.draw();
  }

  /** Shows which bins are selected. */
  select(bins: Bins | undefined): void {
    const count = this.shown?.scale.count ?? 1;
    this.selection.hidden = bins === undefined;
    if (bins === undefined) return;
    this.selection.style.left = `${(100 * bins.first) / count}%`;
    this.selection.style.width = `${(100 * (bins.last - bins.first + 1)) / count}%`;
  }

  private draw(): void {
    const { shown, palette, canvas } = this;
    const context = canvas.getContext('2d');
    if (shown === undefined || palette === undefined || context === null) return;
    const { matrix, values } = shown.facets.account;
    const { count } = shown.scale;
    const rows = Math.min(HEAT_ROWS, values.length);
    const row = ROW * parseFloat(getComputedStyle(this.element).fontSize);
    const { devicePixelRatio: ratio } = window;
    const width = canvas.parentElement?.clientWidth ?? 0;
    canvas.style.height = `${rows * row}px`;
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(rows * row * ratio));
    context.scale(ratio, ratio);
    context.fillStyle = palette.grid;
    for (let at = 1; at <= rows; at++) context.fillRect(0, at * row - 0.5, width, 0.5);
    context.fillStyle = palette.bar;
    const most = matrix.subarray(0, rows * count).reduce((a, b) => Math.max(a, b), 1);
    const bin = width / count;
    for (let at = 0; at < rows; at++)
      for (let place = 0; place < count; place++) {
        const events = matrix[at * count + place] as number;
        if (events === 0) continue;
        context.globalAlpha = heatOf(events, most);
        context.fillRect(place * bin, at * row + 1, Math.max(bin, 1), row - 2);
      }
    context.globalAlpha = 1;
  }

  private cellAt({ offsetX, offsetY }: MouseEvent): { text: string; count: number; code: number; range: Range } | undefined {
    const { shown, canvas, words } = this;
    if (shown === undefined) return undefined;
    const { values, codes, matrix } = shown.facets.account;
    const { count } = shown.scale;
    const rows = Math.min(HEAT_ROWS, values.length);
    const row = Math.min(rows - 1, Math.floor((offsetY / canvas.clientHeight) * rows));
    const bin = Math.max(0, Math.min(count - 1, Math.floor((offsetX / canvas.clientWidth) * count)));
    const value = values[row];
    if (value === undefined) return undefined;
    const events = matrix[row * count + bin] ?? 0;
    const range = rangeOf(shown.scale, bin, bin);
    const text = `${value === '' ? words.none.account : value} · ${spanText(range)} · ${countText(events, 0, words)}`;
    return { text, count: events, code: codes[row] ?? 0, range };
  }
}
