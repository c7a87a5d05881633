import { lastWhere } from '../../escapes/bisect';
import { type Piece, type Remark, type Source } from './piece';

/** An array of scalars up to this width stays on its line; UTF-16 units. */
const MAX_WIDTH = 100;
const INDENT = '  ';

/** What stands where: a stretch of the decoded text, and its place in the log. */
interface Mark extends Source {
  readonly from: number;
  readonly length: number;
}

/** A decoded text while it is written, with the way from it to the log and back. */
export class DecodedText {
  private readonly parts: string[] = [];
  private readonly marks: Mark[] = [];
  private size = 0;

  constructor(private readonly say: (remark: Remark) => string) {}

  get length(): number {
    return this.size;
  }

  get text(): string {
    return this.parts.join('');
  }

  /** A line of our own words. */
  comment(words: string): void {
    this.emit(`// ${words}\n`);
  }

  /** An event, and an empty line behind it. */
  event(piece: Piece): void {
    this.write(piece, '', '');
    this.emit('\n\n');
  }

  /** The place in the log that an offset of this text stands for; undefined where it stands for none. */
  toSource(offset: number): Source | undefined {
    const mark = this.marks[this.lastAtMost(offset)];
    if (mark === undefined) return undefined;
    const { start, end, length } = mark;
    return { start: offset >= mark.from + length ? start : unitAt(mark, offset - mark.from), end };
  }

  /** The offset in this text of what stands at a place of the log: that of the smallest thing around it. */
  fromSource(offset: number): number | undefined {
    let best: Mark | undefined;
    for (const mark of this.marks) {
      if (mark.start > offset || mark.end < offset) continue;
      if (best === undefined || mark.end - mark.start < best.end - best.start) best = mark;
    }
    if (best === undefined) return undefined;
    const mark = best;
    return mark.from + lastWhere(mark.length, (unit) => unitAt(mark, unit) <= offset);
  }

  private write(piece: Piece, margin: string, after: string): void {
    const remarks = piece.remarks.map(this.say).join('; ');
    const comment = remarks === '' ? '' : ` // ${remarks}`;
    if (piece.type === 'scalar') {
      this.emit(piece.text, piece.source);
      this.emit(after + comment);
      return;
    }
    const [open, close] = piece.type === 'array' ? ['[', ']'] : ['{', '}'];
    const count = piece.type === 'array' ? piece.items.length : piece.members.length;
    this.emit(open, piece.source);
    if (count === 0) this.emit(`${close}${after}${comment}`);
    else if (piece.type === 'array' && isShort(piece.items, margin)) {
      piece.items.forEach((item, index) => {
        if (index > 0) this.emit(', ');
        this.write(item, margin, '');
      });
      this.emit(`${close}${after}${comment}`);
    } else {
      this.emit(comment);
      const inner = margin + INDENT;
      const comma = (index: number): string => (index < count - 1 ? ',' : '');
      if (piece.type === 'array')
        piece.items.forEach((item, index) => {
          this.emit(`\n${inner}`);
          this.write(item, inner, comma(index));
        });
      else
        piece.members.forEach(({ key, source, value }, index) => {
          this.emit(`\n${inner}`);
          this.emit(key, source);
          this.emit(': ');
          this.write(value, inner, comma(index));
        });
      this.emit(`\n${margin}${close}${after}`);
    }
  }

  private emit(text: string, source?: Source): void {
    if (source !== undefined) this.marks.push({ ...source, from: this.size, length: text.length });
    this.parts.push(text);
    this.size += text.length;
  }

  private lastAtMost(offset: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.marks[middle]?.from ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function isShort(items: readonly Piece[], margin: string): boolean {
  let width = margin.length;
  for (const item of items) {
    if (item.type !== 'scalar' || item.remarks.length > 0) return false;
    width += item.text.length + 2;
    if (width > MAX_WIDTH) return false;
  }
  return true;
}

/** Where a unit of something shown stands in the log. */
function unitAt({ start, end, at }: Mark, offset: number): number {
  return at === undefined ? Math.min(start + offset, Math.max(start, end - 1)) : at(offset);
}
