import { type FromPanel, type Kept } from '../model/message';
import { binOf, type Range, rangeOf, wholeOf } from '../model/scale';
import { type Shown, type ShownCounted } from '../model/shown';
import { layersOf, type Mode } from '../model/stacks';
import { spanText } from '../model/ticks';
import { countText, fill, numeral, type Words } from '../model/words';
import { offsetOf } from '../../knowledge/times';
import { type Bins, binsText, totalsOf } from './bins';
import { atNextFrame, button, h, setText } from './dom';
import { Heat } from './heat';
import { Lists } from './lists';
import { marksOf } from './marks';
import { tablesOf } from './tables';
import { paletteNow } from './theme';
import { legendOf, Timeline } from './timeline';
import { Toolbar } from './toolbar';

/** The page: what is shown of which part, and what is asked of the extension. */
export class View {
  readonly element = h('main');
  private readonly title = h('h1');
  private readonly summary = h('p', { class: 'summary' });
  private readonly notes = h('p', { class: 'muted' });
  private readonly status = h('p', { class: 'status', role: 'status' });
  private readonly pointed = h('p', { class: 'pointed' });
  private readonly clear: HTMLButtonElement;
  private readonly legend = h('div', { class: 'side' });
  private readonly marks = h('div');
  private readonly charts: HTMLElement;
  private readonly tables = h('div', { class: 'tables', hidden: true });
  private readonly content: HTMLElement;
  private readonly empty = h('div', { class: 'nothing', hidden: true });
  private readonly toolbar: Toolbar;
  private readonly timeline: Timeline;
  private readonly heat: Heat;
  private readonly lists: Lists;
  private palette = paletteNow();
  private shown: Shown | undefined;
  private range: Range | undefined;
  private counted: ShownCounted | undefined;
  private brushed: Bins | undefined;
  private readonly preview = atNextFrame(() => {
    this.update();
  });

  constructor(
    private readonly words: Words,
    private kept: Kept,
    private readonly send: (message: FromPanel) => void,
    private readonly keep: (kept: Kept) => void,
  ) {
    this.toolbar = new Toolbar(words, {
      mode: (mode) => {
        this.show({ mode });
      },
      table: (isTable) => {
        this.show({ isTable });
      },
      pin: (isPinned) => {
        // Kept at once: the window may be gone before the answer comes.
        this.setKept({ isPinned });
        send({ type: 'pin', isPinned });
      },
      zoom: (isIn) => {
        send({ type: 'zoom', range: isIn ? this.range : undefined });
      },
      save: () => {
        this.save();
      },
      copy: () => {
        send({ type: 'copy' });
      },
    });
    this.clear = button(words.clear, () => {
      this.choose(undefined);
    });
    const goTo = (range: Range): void => {
      send({ type: 'go', facet: undefined, code: 0, range });
    };
    this.timeline = new Timeline(words, {
      point: (bins) => {
        setText(this.pointed, bins && this.shown ? binsText(this.shown, bins, words) : '');
      },
      brush: (bins) => {
        this.brushed = bins;
        this.preview();
      },
      select: (range) => {
        this.choose(range);
      },
      go: goTo,
    });
    this.heat = new Heat(words, {
      say: (text) => {
        setText(this.pointed, text);
      },
      go: (code, range) => {
        send({ type: 'go', facet: 'account', code, range: range ?? this.range });
      },
    });
    this.lists = new Lists(words, {
      go: (facet, code) => {
        send({ type: 'go', facet, code, range: this.range });
      },
    });
    this.charts = h(
      'div',
      { class: 'charts' },
      h('section', { class: 'time', 'aria-label': words.timeline }, this.legend, this.marks, this.timeline.element),
      h('section', {}, h('h2', {}, words.heat), this.heat.element),
      this.lists.element,
    );
    const head = h('header', {}, this.title, this.toolbar.element);
    const selection = h('div', { class: 'selected' }, this.summary, this.clear);
    this.content = h('div', {}, selection, this.notes, this.pointed, this.charts, this.tables);
    this.element.append(head, this.status, this.content, this.empty);
    this.setKept(kept);
  }

  /** Shows the figures of a log. */
  setShown(shown: Shown): void {
    this.shown = shown;
    this.brushed = undefined;
    this.empty.hidden = true;
    this.content.hidden = false;
    const percent = Math.floor(shown.progress * 100);
    const notes = [
      shown.progress < 1 ? fill(this.words.reading, percent) : '',
      shown.timeless > 0 ? fill(this.words.timeless, numeral(shown.timeless, this.words)) : '',
      shown.hidden > 0 ? fill(this.words.hidden, numeral(shown.hidden, this.words)) : '',
    ];
    setText(this.notes, notes.filter(Boolean).join(' · '));
    this.notes.hidden = this.notes.textContent === '';
    this.draw();
  }

  /** There are no figures, and why. */
  setEmpty(text: string, canOpen: boolean): void {
    this.shown = undefined;
    this.content.hidden = true;
    this.empty.hidden = false;
    const open = button(this.words.open, () => {
      this.send({ type: 'open' });
    });
    this.empty.replaceChildren(h('p', {}, text), ...(canOpen ? [open] : []));
    this.toolbar.update(this.kept, { hasFigures: false, canZoomIn: false, canZoomOut: false });
  }

  /** Another part of the time is selected; `counted` comes a moment later. */
  setRange(range: Range | undefined, counted: ShownCounted | undefined): void {
    this.range = range;
    this.counted = counted;
    this.brushed = undefined;
    this.keep((this.kept = { ...this.kept, range }));
    this.timeline.select(this.bins);
    this.update();
  }

  setKept(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.keep(this.kept);
    setText(this.title, this.kept.title);
    this.update();
  }

  /** Tells something that has just been done. */
  say(text: string): void {
    setText(this.status, text);
  }

  save(): void {
    this.send({ type: 'save', palette: this.palette });
  }

  /** Draws everything again in the colours of the theme. */
  draw(): void {
    this.palette = paletteNow();
    const { shown, words } = this;
    if (shown === undefined) return;
    this.keep((this.kept = { ...this.kept, zoom: shown.isPart ? wholeOf(shown.scale) : undefined }));
    const layers = layersOf(shown, this.kept.mode, words, this.palette);
    this.legend.replaceChildren(legendOf(layers, words));
    const marks = marksOf(
      shown,
      words,
      (index) => {
        this.send({ type: 'mark', index });
      },
      (text) => {
        setText(this.pointed, text);
      },
    );
    this.marks.replaceChildren(marks);
    this.timeline.update(shown, layers, this.palette);
    this.timeline.select(this.bins);
    this.heat.update(shown, this.palette);
    this.update();
  }

  private show(change: { readonly mode?: Mode; readonly isTable?: boolean }): void {
    this.setKept(change);
    this.send({ type: 'mode', mode: this.kept.mode, isTable: this.kept.isTable });
    this.draw();
  }

  private choose(range: Range | undefined): void {
    this.send({ type: 'range', range });
  }

  /** The bins that the selected time lies in. */
  private get bins(): Bins | undefined {
    const { shown, range } = this;
    if (shown === undefined || range === undefined) return undefined;
    const { count } = shown.scale;
    const first = binOf(shown.scale, range.from);
    const last = binOf(shown.scale, range.to - 1);
    return last < 0 || first >= count ? undefined : { first: Math.max(0, first), last: Math.min(count - 1, last) };
  }

  /** Brings numbers up to date: at every step while a selection is dragged. */
  private update(): void {
    const { shown, words, palette, kept } = this;
    const bins = this.brushed ?? this.bins;
    this.toolbar.update(kept, {
      hasFigures: shown !== undefined,
      canZoomIn: this.range !== undefined,
      canZoomOut: shown?.isPart === true,
    });
    if (shown === undefined) return;
    const exact = this.brushed === undefined ? this.counted : undefined;
    const range = this.brushed === undefined ? this.range : rangeOf(shown.scale, this.brushed.first, this.brushed.last);
    const totals = exact ?? (bins === undefined ? shown : totalsOf(shown, bins));
    const span = range ?? wholeOf(shown.scale);
    const text = `${countText(totals.events, totals.failures, words)} · ${spanText(span)} (${offsetOf(span.from)})`;
    setText(this.summary, range === undefined ? text : `${words.selected} ${text}`);
    this.clear.hidden = range === undefined;
    this.heat.select(bins);
    this.charts.hidden = kept.isTable;
    this.tables.hidden = !kept.isTable;
    if (kept.isTable) {
      const go = (one: Range): void => {
        this.send({ type: 'go', facet: undefined, code: 0, range: one });
      };
      this.tables.replaceChildren(...tablesOf(shown, this.counted ?? shown, words, go));
    } else if (exact !== undefined) this.lists.update(exact, palette);
    else if (bins === undefined) this.lists.update(shown, palette);
    else this.lists.preview(shown, bins, palette);
  }
}
