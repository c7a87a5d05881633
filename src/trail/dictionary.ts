/** The distinct values of a column, each with a code; code 0 is the empty value. */
export class Dictionary {
  private readonly codes = new Map<string, number>([['', 0]]);
  private readonly texts: string[] = [''];
  private lastText = '';
  private lastCode = 0;

  get size(): number {
    return this.texts.length;
  }

  /** The code of the text between `start` and `end`; the text itself is not kept alive. */
  encodeRange(text: string, start: number, end: number): number {
    const { lastText } = this;
    if (end - start === lastText.length && text.startsWith(lastText, start)) return this.lastCode;
    return this.encode(text.slice(start, end));
  }

  encode(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) {
      this.lastText = this.texts[known] as string;
      return (this.lastCode = known);
    }
    // A slice would keep the whole log in memory: take a copy.
    const copy = ` ${value}`.slice(1);
    const code = this.texts.length;
    this.texts.push(copy);
    this.codes.set(copy, code);
    this.lastText = copy;
    return (this.lastCode = code);
  }

  /** The code of a value; undefined where no row ever had it. */
  find(value: string): number | undefined {
    return this.codes.get(value);
  }

  decode(code: number): string {
    return this.texts[code] ?? '';
  }
}
