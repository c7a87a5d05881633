import uPlot from 'uplot';
import { type Palette } from '../model/palette';
import { rangeOf, type Range, wholeOf } from '../model/scale';
import { type Shown } from '../model/shown';
import { type Layer, roundTop, topsOf } from '../model/stacks';
import { ticksOf } from '../model/ticks';
import { axisText, numeral, type Words } from '../model/words';
import { type Bins, binsText } from './bins';
import { Brush } from './brush';
import { h, setText } from './dom';

/** Bars narrower than this, in CSS pixels, touch each other. */
const WIDE = 5;
/** A place on the axis of time takes about this much room, in units of the font's size. */
const TICK = 7;

/** What the timeline asks for. */
export interface TimelineActions {
  /** Bins are pointed at; undefined: none is any more. */
  readonly point: (bins: Bins | undefined) => void;
  /** Bins are being selected. */
  readonly brush: (bins: Bins | undefined) => void;
  /** A span of time was selected; undefined: none is. */
  readonly select: (range: Range | undefined) => void;
  readonly go: (range: Range) => void;
}

/** The bars over time. To a screen reader it is a slider over the bins. */
export class Timeline {
  readonly element: HTMLElement;
  private readonly brush: Brush;
  private plot: uPlot | undefined;
  private shown: Shown | undefined;
  private selected: Bins | undefined;
  private size = 0;

  constructor(
    private readonly words: Words,
    actions: TimelineActions,
  ) {
    this.element = h('div', {
      class: 'timeline',
      role: 'slider',
      tabindex: 0,
      'aria-label': words.timeline,
      'aria-description': words.timelineHelp,
      'aria-orientation': 'horizontal',
    });
    this.brush = new Brush({
      go: (bins) => {
        if (this.shown !== undefined) actions.go(rangeOf(this.shown.scale, bins.first, bins.last));
      },
      point: (bins) => {
        this.pointed(bins);
        actions.point(bins);
      },
      brush: (bins) => {
        this.mark(bins);
        actions.brush(bins);
      },
      select: (bins) => {
        const { shown } = this;
        actions.select(shown && bins && rangeOf(shown.scale, bins.first, bins.last));
      },
    });
    this.element.addEventListener('keydown', (event) => {
      if (this.brush.key(event)) event.preventDefault();
    });
    new ResizeObserver(() => {
      const width = this.element.clientWidth;
      if (width > 0 && this.plot !== undefined && width !== this.plot.width)
        this.plot.setSize({ width, height: this.plot.height });
    }).observe(this.element);
  }

  /** Draws other figures, or the same in other colours. */
  update(shown: Shown, layers: readonly Layer[], palette: Palette): void {
    this.shown = shown;
    this.plot?.destroy();
    const { scale } = shown;
    const { from, to } = wholeOf(scale);
    const tops = topsOf(layers, scale.count);
    const most = roundTop(tops.at(-1)?.reduce((a, b) => Math.max(a, b), 0) ?? 0);
    const style = getComputedStyle(this.element);
    this.size = parseFloat(style.fontSize);
    const font = `${this.size * 0.9}px ${style.fontFamily}`;
    const width = this.element.clientWidth;
    const bar = uPlot.paths.bars?.({ size: [1, Infinity], align: 1, gap: width / scale.count > WIDE * 2 ? 1 : 0 });
    const redrawn = (): void => {
      this.mark(this.selected);
    };
    const axis = { stroke: palette.muted, font, ticks: { stroke: palette.grid, width: 1 } };
    const left = parseFloat(style.getPropertyValue('--left')) * this.size;
    this.plot = new uPlot(
      {
        width,
        height: 16 * this.size,
        ms: 1,
        padding: [this.size, this.size, 0, 0],
        legend: { show: false },
        // It is laid out a moment later, and again when its size changes.
        hooks: { ready: [redrawn], setSize: [redrawn] },
        cursor: { drag: { x: false, y: false, setScale: false }, points: { show: false }, y: false },
        scales: { x: { time: true, range: () => [from, to] }, y: { range: () => [0, most] } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 3.2 * this.size,
            splits: () => this.ticks(left).map(({ at }) => at),
            values: () => this.ticks(left).map(({ text, date }) => (date === '' ? text : `${text}\n${date}`)),
          },
          {
            ...axis,
            grid: { stroke: palette.grid, width: 1 },
            size: left,
            splits: () => [0, 1, 2, 3, 4].map((part) => (most * part) / 4),
            values: (_, splits) => splits.map((count) => axisText(count, most, this.words)),
          },
        ],
        // The tallest bars first: each lower layer covers the foot of the one above it.
        series: [
          {},
          ...[...layers]
            .reverse()
            .map(({ colour }): uPlot.Series => ({ fill: colour, width: 0, points: { show: false }, ...(bar && { paths: bar }) })),
        ],
      },
      [Float64Array.from({ length: scale.count }, (_, bin) => scale.start + bin * scale.width), ...[...tops].reverse()],
      this.element,
    );
    this.brush.attach(this.plot.over, scale.count);
    this.element.setAttribute('aria-valuemin', '0');
    this.element.setAttribute('aria-valuemax', String(scale.count - 1));
    this.describe(this.brush.at);
  }

  /** Shows which bins are selected. */
  select(bins: Bins | undefined): void {
    this.brush.reset(bins);
    this.mark(bins);
  }

  private ticks(left: number): ReturnType<typeof ticksOf> {
    const { shown, size } = this;
    const width = this.element.clientWidth - left - size;
    return shown === undefined ? [] : ticksOf(shown.scale, Math.max(2, Math.floor(width / (TICK * size))));
  }

  private mark(bins: Bins | undefined): void {
    this.selected = bins;
    const { plot, shown } = this;
    if (plot === undefined || shown === undefined) return;
    const { clientWidth, clientHeight } = plot.over;
    const bin = clientWidth / shown.scale.count;
    const select = {
      left: (bins?.first ?? 0) * bin,
      width: bins === undefined ? 0 : (bins.last - bins.first + 1) * bin,
      top: 0,
      height: clientHeight,
    };
    plot.setSelect(select, false);
  }

  private pointed(bins: Bins | undefined): void {
    const { plot, shown } = this;
    if (plot === undefined || shown === undefined) return;
    if (bins !== undefined) {
      const left = ((bins.last + 0.5) * plot.over.clientWidth) / shown.scale.count;
      plot.setCursor({ left, top: 0 }, false);
      this.describe(bins.last);
    }
  }

  private describe(bin: number): void {
    if (this.shown === undefined) return;
    this.element.setAttribute('aria-valuenow', String(bin));
    this.element.setAttribute('aria-valuetext', binsText(this.shown, { first: bin, last: bin }, this.words));
  }
}

/** The names of the layers, from the top down, with their numbers. */
export function legendOf(layers: readonly Layer[], words: Words): HTMLElement {
  const items = [...layers].reverse().map(({ name, colour, total }) => {
    const chip = h('span', { class: 'chip', 'aria-hidden': 'true' });
    chip.style.background = colour;
    const label = h('span');
    setText(label, name);
    return h('li', { title: name }, chip, label, h('span', { class: 'number' }, numeral(total, words)));
  });
  return h('ul', { class: 'legend' }, ...items);
}
