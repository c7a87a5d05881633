/** Where a word of a log ends, for patterns: white space, quotes, commas and semicolons. */
const BETWEEN = /[\s"',;]+/;
/** Patterns and their lengths, so that a log is not read for ever. */
export const MAX_PATTERNS = 100;
const MAX_PATTERN = 256;

/** A text that the user wants replaced; `*` in it stands for any part of a word. No regular expression: one that never ends cannot be written. */
export class Glob {
  private readonly parts: readonly string[];
  private readonly hasSpace: boolean;

  constructor(pattern: string) {
    this.parts = pattern.slice(0, MAX_PATTERN).toLowerCase().split('*');
    this.hasSpace = BETWEEN.test(pattern);
  }

  /** Calls back for everything in a text that the pattern means, in any case of letters. Linear in the text for each `*`. */
  find(text: string, take: (found: string) => void): void {
    const folded = text.toLowerCase();
    // Some letters get longer in lower case: offsets would be those of another text.
    if (folded.length !== text.length) return;
    if (this.parts.length === 1 || this.hasSpace) {
      this.findIn(folded, text, take);
      return;
    }
    const [longest = ''] = [...this.parts].sort((a, b) => b.length - a.length);
    if (!folded.includes(longest)) return;
    let from = 0;
    for (const word of folded.split(BETWEEN)) {
      const at = folded.indexOf(word, from);
      this.findIn(word, text.slice(at, at + word.length), take);
      from = at + word.length;
    }
  }

  private findIn(folded: string, text: string, take: (found: string) => void): void {
    const { parts } = this;
    const [first = ''] = parts;
    const start = folded.indexOf(first);
    if (start < 0 || folded === '') return;
    let end = start + first.length;
    for (let index = 1; index < parts.length; index++) {
      const part = parts[index] as string;
      const at =
        index === parts.length - 1 ? (part === '' ? folded.length : folded.lastIndexOf(part)) : folded.indexOf(part, end);
      if (at < end) return;
      end = at + part.length;
    }
    const found = text.slice(start, end);
    if (found.trim() !== '') take(found);
  }
}

/** The patterns of a setting; what is empty or matches everything is left out. */
export function globsOf(patterns: readonly string[]): readonly Glob[] {
  return patterns
    .filter((pattern) => /[^*\s]/.test(pattern))
    .slice(0, MAX_PATTERNS)
    .map((pattern) => new Glob(pattern));
}
