/** Events over time: how many fell into each of equal spans, and how many of them failed. */
export interface Timeline {
  readonly first: number;
  readonly last: number;
  readonly counts: Uint32Array;
  readonly failures: Uint32Array;
}

const SPANS = 60;
const WIDTH = 720;
const HEIGHT = 120;
const GAP = 1;

/** Collects times; the spans are made when all are known. */
export class TimelineBuilder {
  private readonly times: number[] = [];
  private readonly failed: boolean[] = [];
  private first = Infinity;
  private last = -Infinity;

  add(time: number, failed: boolean): void {
    if (Number.isNaN(time)) return;
    this.times.push(time);
    this.failed.push(failed);
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
  }

  /** Undefined where no event has a time. */
  get timeline(): Timeline | undefined {
    const { first, last, times, failed } = this;
    if (times.length === 0) return undefined;
    const counts = new Uint32Array(SPANS);
    const failures = new Uint32Array(SPANS);
    const span = Math.max(1, (last - first + 1) / SPANS);
    times.forEach((time, index) => {
      const at = Math.min(SPANS - 1, Math.floor((time - first) / span));
      counts[at] = (counts[at] as number) + 1;
      if (failed[index] === true) failures[at] = (failures[at] as number) + 1;
    });
    return { first, last, counts, failures };
  }
}

/** A timeline as a picture: a bar a span, what failed at its foot in another colour. `label` is read to those who do not see it, and is plain text of ours. */
export function svgOf({ counts, failures }: Timeline, label: string): string {
  const most = Math.max(1, ...counts);
  const width = WIDTH / counts.length;
  const bar = (index: number, count: number, colour: string): string => {
    const height = Math.max(1, Math.round((count / most) * HEIGHT));
    const at = `x="${(index * width).toFixed(1)}" y="${HEIGHT - height}"`;
    return `<rect ${at} width="${(width - GAP).toFixed(1)}" height="${height}" fill="${colour}"/>`;
  };
  const bars: string[] = [];
  counts.forEach((count, index) => {
    if (count > 0) bars.push(bar(index, count, '#2a78b5'));
    const failed = failures[index] as number;
    if (failed > 0) bars.push(bar(index, failed, '#c4314b'));
  });
  const size = `width="${WIDTH}" height="${HEIGHT + 1}" viewBox="0 0 ${WIDTH} ${HEIGHT + 1}"`;
  const line = `<rect x="0" y="${HEIGHT}" width="${WIDTH}" height="1" fill="#888888"/>`;
  const text = label.replace(/[&<>"']|[^ -~]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} aria-label="${text}">${line}${bars.join('')}</svg>`;
}
