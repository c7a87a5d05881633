import { type Layout, widthOf } from './layout';
import { type Limits, Sink } from './sink';
import type { Token } from './tokens';

/** An array of scalars stays on one line when it ends at or before this column. */
const MAX_COLUMNS = 100;
/** Deeper than this nothing is indented any more: the indentation of n nestings would be n² characters. */
const MAX_INDENT_DEPTH = 100;
const UNLIMITED: Limits = { maxLength: Infinity, maxLines: Infinity };

/** An array of scalars of which it is not known yet whether it fits on its line. */
interface Row {
  readonly bracket: Token;
  readonly scalars: [Token, string][];
  /** Column behind the last scalar. */
  end: number;
}

/** Writes JSON in a layout, token by token; the tokens must be those of valid JSON. It keeps its own stack and never recurses. */
export class Writer {
  public readonly sink: Sink;
  /** How many members each open container has so far, outermost first. */
  private readonly open: number[] = [];
  private row: Row | undefined;
  private afterKey = false;

  /**
   * @param visible how the text of a string is written
   * @param placed told the UTF-16 offset at which a token begins; tokens that a limit drops are not placed
   */
  public constructor(
    private readonly layout: Layout,
    private readonly visible: (text: string) => string,
    limits: Limits = UNLIMITED,
    private readonly placed?: (token: Token, offset: number) => void,
  ) {
    this.sink = new Sink(layout.column ?? widthOf(layout.base), limits);
  }

  public write(token: Token): void {
    switch (token.kind) {
      case '{':
      case '[':
        this.begin(token);
        break;
      case '}':
      case ']':
        this.end(token);
        break;
      case 'string':
        if (token.isKey) this.key(token);
        else this.scalar(token, this.visible(token.text));
        break;
      case 'number':
      case 'word':
        this.scalar(token, token.text);
        break;
      case ',':
      case ':':
        break;
    }
  }

  private begin(token: Token): void {
    this.unroll();
    this.member();
    if (token.kind === '[' && this.breaks(this.open.length + 1))
      this.row = { bracket: token, scalars: [], end: this.sink.column + 1 };
    else this.enter(token);
  }

  private end(token: Token): void {
    const { row } = this;
    if (row) {
      this.row = undefined;
      this.emit(row.bracket, '[');
      for (const [index, [scalar, text]] of row.scalars.entries()) {
        if (index > 0) this.sink.emit(', ');
        this.emit(scalar, text);
      }
    } else {
      const members = this.open.pop() ?? 0;
      if (members > 0 && this.breaks(this.open.length + 1)) this.line();
    }
    this.emit(token, token.text);
  }

  private key(token: Token): void {
    this.member();
    this.emit(token, this.visible(token.text));
    this.sink.emit(this.layout.spaceAfterColon ? ': ' : ':');
    this.afterKey = true;
  }

  private scalar(token: Token, text: string): void {
    const { row } = this;
    if (row === undefined) {
      this.member();
      this.emit(token, text);
      return;
    }
    row.end += text.length + (row.scalars.length > 0 ? 2 : 0);
    row.scalars.push([token, text]);
    if (row.end + 1 > MAX_COLUMNS) this.unroll();
  }

  /** What comes before a member: the comma, and its line. The value behind a key needs neither. */
  private member(): void {
    const depth = this.open.length;
    const members = this.open[depth - 1];
    if (members !== undefined && !this.afterKey) {
      const ownLine = this.breaks(depth);
      if (members > 0) this.sink.emit(!ownLine && this.layout.spaceAfterColon ? ', ' : ',');
      if (ownLine) this.line();
      this.open[depth - 1] = members + 1;
    }
    this.afterKey = false;
  }

  private enter(token: Token): void {
    this.emit(token, token.text);
    this.open.push(0);
  }

  /** The array does not stay on one line. */
  private unroll(): void {
    const { row } = this;
    if (row === undefined) return;
    this.row = undefined;
    this.enter(row.bracket);
    for (const [scalar, text] of row.scalars) this.scalar(scalar, text);
  }

  private breaks(depth: number): boolean {
    return !this.layout.compact && depth <= MAX_INDENT_DEPTH;
  }

  private line(): void {
    const { eol, base, indent } = this.layout;
    this.sink.line(eol, base + indent.repeat(this.open.length));
  }

  private emit(token: Token, text: string): void {
    if (!this.sink.cut) this.placed?.(token, this.sink.length);
    this.sink.emit(text);
  }
}
