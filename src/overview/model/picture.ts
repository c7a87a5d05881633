import { offsetOf } from '../../knowledge/times';
import { type FacetId, FACETS } from './facet';
import { KINDS } from './kinds';
import { type Palette } from './palette';
import { binOf, type Range, wholeOf } from './scale';
import { type Shown, type ShownCounted, type ShownFacet } from './shown';
import { layersOf, type Mode, roundTop, topsOf } from './stacks';
import { element, fitting, rect, text } from './svg';
import { spanText, ticksOf } from './ticks';
import { axisText, countText, fill, numeral, type Words } from './words';

/** In CSS pixels. */
export const PICTURE = { width: 1200, height: 880 } as const;

const LEFT = 224;
const RIGHT = 1176;
const TOP = 104;
const HEIGHT = 190;
const HEAT = 360;
const HEAT_ROWS = 8;
const HEAT_ROW = 16;
const LISTS = 532;
const LIST_ROWS = 6;
const LIST_ROW = 21;
const LIST_WIDTH = 544;
const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** What a picture is made of. */
export interface Subject {
  readonly shown: Shown;
  readonly range: Range | undefined;
  readonly counted: ShownCounted | undefined;
  readonly mode: Mode;
  readonly words: Words;
  readonly palette: Palette;
}

/** The overview as an SVG document that needs nothing else: no script, no style sheet, no font of its own. All text of the log is escaped. */
export function pictureOf(subject: Subject): string {
  const { shown, range, counted, words, palette } = subject;
  const { events, failures } = counted ?? shown;
  const span = range ?? wholeOf(shown.scale);
  const summary = `${countText(events, failures, words)} · ${spanText(span)} (${offsetOf(span.from)})`;
  const { width, height } = PICTURE;
  const parts = [
    rect(0, 0, width, height, palette.background),
    text(24, 40, fitting(shown.title, 90), palette.foreground, { 'font-size': 22, 'font-weight': 600 }),
    text(24, 66, summary, palette.muted, { 'font-size': 14 }),
    timeline(subject),
    heat(subject),
    ...FACETS.map((id, at) => list(subject, id, 24 + (at % 2) * (LIST_WIDTH + 64), LISTS + Math.floor(at / 2) * 172)),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return `${element('svg', { ...attributes, 'font-family': FONT, 'font-size': 12 }, parts.join('\n'))}\n`;
}

function timeline({ shown, range, mode, words, palette }: Subject): string {
  const { scale } = shown;
  const layers = layersOf(shown, mode, words, palette);
  const tops = topsOf(layers, scale.count);
  const most = roundTop((tops.at(-1) ?? new Float64Array(1)).reduce((a, b) => Math.max(a, b), 0));
  const x = (bin: number): number => LEFT + ((RIGHT - LEFT) * bin) / scale.count;
  const y = (count: number): number => TOP + HEIGHT - (HEIGHT * count) / most;
  const parts: string[] = [];
  for (let line = 0; line <= 4; line++) {
    const count = (most * line) / 4;
    parts.push(rect(LEFT, y(count), RIGHT - LEFT, 1, palette.grid));
    parts.push(text(LEFT - 8, y(count) + 4, axisText(count, most, words), palette.muted, { 'text-anchor': 'end' }));
  }
  if (range !== undefined) {
    const from = Math.max(0, binOf(scale, range.from));
    const to = Math.min(scale.count, binOf(scale, range.to - 1) + 1);
    parts.push(rect(x(from), TOP, x(to) - x(from), HEIGHT, palette.selection, { 'fill-opacity': 0.15 }));
  }
  const gap = x(1) - x(0) > 4 ? 1 : 0;
  layers.forEach(({ colour }, layer) => {
    for (let bin = 0; bin < scale.count; bin++) {
      const top = tops[layer]?.[bin] ?? 0;
      const bottom = tops[layer - 1]?.[bin] ?? 0;
      parts.push(rect(x(bin), y(top), x(bin + 1) - x(bin) - gap, y(bottom) - y(top), colour));
    }
  });
  for (const { at, text: time, date } of ticksOf(scale, 10)) {
    const place = x((at - scale.start) / scale.width);
    parts.push(rect(place, TOP + HEIGHT, 1, 5, palette.muted));
    parts.push(text(place, TOP + HEIGHT + 18, time, palette.muted, { 'text-anchor': 'middle' }));
    if (date !== '') parts.push(text(place, TOP + HEIGHT + 33, date, palette.muted, { 'text-anchor': 'middle' }));
  }
  let at = RIGHT;
  for (const { name, colour, total } of [...layers].reverse()) {
    const words0 = `${name} ${numeral(total, words)}`;
    at -= widthOf(words0) + 34;
    parts.push(rect(at, 56, 11, 11, colour), text(at + 16, 66, words0, palette.foreground));
  }
  for (const { bin, bins, kind } of shown.marks) {
    const middle = x(bin + bins / 2);
    parts.push(
      kind === 'burst'
        ? element('path', { d: `M${middle} ${TOP - 18}l5 8h-10z`, fill: palette.failed })
        : element('circle', { cx: middle, cy: TOP - 4, r: 3, fill: 'none', stroke: palette.foreground }),
    );
  }
  return parts.join('');
}

/** Who acted when: the darker, the more. */
function heat({ shown, words, palette }: Subject): string {
  const { scale, facets } = shown;
  const { account } = facets;
  const parts = [text(24, HEAT - 10, words.heat, palette.foreground, { 'font-size': 14, 'font-weight': 600 })];
  const most = account.matrix.reduce((a, b) => Math.max(a, b), 1);
  const x = (bin: number): number => LEFT + ((RIGHT - LEFT) * bin) / scale.count;
  account.values.slice(0, HEAT_ROWS).forEach((value, row) => {
    const y = HEAT + row * HEAT_ROW;
    const name = value === '' ? words.none.account : value;
    parts.push(text(24, y + 12, fitting(name, 26), palette.foreground));
    parts.push(rect(LEFT, y + HEAT_ROW - 1, RIGHT - LEFT, 0.5, palette.grid));
    for (let bin = 0; bin < scale.count; bin++) {
      const count = account.matrix[row * scale.count + bin] as number;
      if (count > 0)
        parts.push(rect(x(bin), y + 1, x(bin + 1) - x(bin), HEAT_ROW - 2, palette.bar, { 'fill-opacity': heatOf(count, most) }));
    }
  });
  return parts.join('');
}

/** How much of its colour a bin with one event has: it must be seen on black as well. */
const FAINTEST = 0.45;

/** How dark a cell is, from 0.25 to 1: numbers of events differ by powers of ten. */
export function heatOf(count: number, most: number): number {
  return most <= 1 ? 1 : FAINTEST + ((1 - FAINTEST) * Math.log(count)) / Math.log(most);
}

function list({ shown, counted, words, palette }: Subject, id: FacetId, left: number, top: number): string {
  const facet: ShownFacet = (counted ?? shown).facets[id];
  const parts = [text(left, top, words.facets[id], palette.foreground, { 'font-size': 14, 'font-weight': 600 })];
  if (facet.values.length === 0) parts.push(text(left, top + 24, words.nothing, palette.muted));
  const most = facet.counts[0] ?? 1;
  facet.values.slice(0, LIST_ROWS).forEach((value, at) => {
    const y = top + 10 + at * LIST_ROW;
    const count = facet.counts[at] as number;
    const kind = id === 'name' ? KINDS[facet.kinds[at] as number] : undefined;
    const colour = id === 'error' ? palette.failed : kind === undefined ? palette.bar : palette.kinds[kind];
    const name = value === '' ? words.none[id] : value;
    const note = facet.notes[at] ?? '';
    parts.push(rect(left, y, (LIST_WIDTH * count) / most, LIST_ROW - 3, colour, { 'fill-opacity': 0.25 }));
    parts.push(text(left + 6, y + 13, fitting(note === '' ? name : `${name} · ${note}`, 68), palette.foreground));
    parts.push(text(left + LIST_WIDTH - 6, y + 13, numeral(count, words), palette.foreground, { 'text-anchor': 'end' }));
  });
  const more = facet.distinct - Math.min(LIST_ROWS, facet.values.length);
  if (more > 0) parts.push(text(left, top + 24 + LIST_ROWS * LIST_ROW, fill(words.more, numeral(more, words)), palette.muted));
  return parts.join('');
}

/** About how wide a text of this size is. */
function widthOf(content: string): number {
  let width = 0;
  for (const character of content) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 7;
  return width;
}
