/** What people look at before an export is saved, and editors compare at once; UTF-16 units. */
const MAX_UNITS = 1_048_576;

/** The beginning of a text that is made in parts: as many of them as are compared at once. */
export class Beginning {
  /** Some parts are left out, or the only one is cut. */
  isCut = false;
  private readonly parts: string[] = [];
  private units = 0;

  /** How many parts it has. */
  get count(): number {
    return this.parts.length;
  }

  /** Takes the next part. */
  readonly add = (part: string): void => {
    if (this.isCut) return;
    this.units += part.length;
    this.isCut = this.units > MAX_UNITS;
    if (!this.isCut || this.parts.length === 0) this.parts.push(part);
  };

  /** The first parts. */
  text(parts: number): string {
    return this.parts.slice(0, parts).join('').slice(0, MAX_UNITS);
  }
}
