import { type Bins } from './bins';

/** A mouse that is moved less than this, in pixels, clicks. */
const CLICK = 4;
/** How far Page Up and Page Down go, as a share of all bins. */
const PAGE = 10;

interface BrushActions {
  readonly point: (bins: Bins | undefined) => void;
  readonly brush: (bins: Bins | undefined) => void;
  readonly select: (bins: Bins | undefined) => void;
  readonly go: (bins: Bins) => void;
}

/** Points at bins, and selects some, by mouse, pen, finger and keyboard. */
export class Brush {
  /** The bin that the keyboard is at. */
  at = 0;
  private count = 1;
  private selected: Bins | undefined;
  /** Where a selection was begun. */
  private anchor: number | undefined;
  private down: { readonly x: number; readonly bin: number } | undefined;
  private isDragging = false;

  constructor(private readonly actions: BrushActions) {}

  /** Follows the pointer over an element that shows `count` bins from its left to its right. */
  attach(over: HTMLElement, count: number): void {
    this.count = count;
    this.at = Math.min(this.at, count - 1);
    const binAt = ({ clientX }: PointerEvent): number => {
      const { left, width } = over.getBoundingClientRect();
      return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
    };
    over.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      over.setPointerCapture(event.pointerId);
      this.down = { x: event.clientX, bin: binAt(event) };
      this.isDragging = false;
    });
    over.addEventListener('pointermove', (event) => {
      const bin = binAt(event);
      this.at = bin;
      const { down } = this;
      this.isDragging ||= down !== undefined && Math.abs(event.clientX - down.x) >= CLICK;
      this.actions.point(single(bin));
      if (down !== undefined && this.isDragging) this.actions.brush(between(down.bin, bin));
    });
    over.addEventListener('pointerup', (event) => {
      const { down } = this;
      this.down = undefined;
      if (down === undefined) return;
      if (this.isDragging) this.choose(between(down.bin, binAt(event)));
      else this.actions.go(single(down.bin));
    });
    over.addEventListener('pointercancel', () => {
      this.down = undefined;
      this.actions.brush(this.selected);
    });
    over.addEventListener('pointerleave', () => {
      if (this.down === undefined) this.actions.point(undefined);
    });
  }

  /** The selection is another one. */
  reset(bins: Bins | undefined): void {
    this.selected = bins;
    this.anchor = undefined;
  }

  /** Does what a key stands for; false where it stands for nothing. */
  key({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || altKey || metaKey) return false;
    if (key === 'Enter' || key === ' ') this.actions.go(this.selected ?? single(this.at));
    else if (key === 'Escape') this.choose(undefined);
    else {
      const page = Math.max(1, Math.round(this.count / PAGE));
      const moves: Readonly<Record<string, number>> = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        PageDown: -page,
        PageUp: page,
        Home: -this.count,
        End: this.count,
      };
      const move = moves[key];
      if (move === undefined) return false;
      this.move(move, shiftKey);
    }
    return true;
  }

  private move(by: number, isSelecting: boolean): void {
    const from = this.at;
    this.at = Math.max(0, Math.min(this.count - 1, from + by));
    this.actions.point(single(this.at));
    if (!isSelecting) {
      this.anchor = undefined;
      return;
    }
    const anchor = this.anchor ?? from;
    this.choose(between(anchor, this.at));
    this.anchor = anchor;
  }

  private choose(bins: Bins | undefined): void {
    this.reset(bins);
    this.actions.brush(bins);
    this.actions.select(bins);
  }
}

const single = (bin: number): Bins => ({ first: bin, last: bin });

const between = (one: number, other: number): Bins => ({ first: Math.min(one, other), last: Math.max(one, other) });
