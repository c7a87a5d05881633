/** Runs of two or more Latin letters of a text, folded, each once. */
export function latinRuns(text: string): readonly string[] {
  return [...new Set(text.match(/[A-Za-z]{2,}/g)?.map((run) => run.toLowerCase()))];
}

/** Names of which so many words together may be one word of a title: `OpenAPI`, `AnalyticDB`. */
const MAX_WORDS = 3;

interface Use {
  names: number;
  titles: number;
}

/** Which English words the vendor's own Chinese titles keep. */
export class TitleWords {
  private readonly uses = new Map<string, Use>();

  constructor(apis: Iterable<{ readonly words: readonly string[]; readonly title: string }>) {
    for (const { words, title } of apis) {
      const inTitle = new Set(latinRuns(title));
      for (const word of joinedWords(words)) {
        const use = this.uses.get(word) ?? { names: 0, titles: 0 };
        use.names++;
        if (inTitle.has(word)) use.titles++;
        this.uses.set(word, use);
      }
    }
  }

  /** Whether at least half of the titles of names that hold the word keep it. */
  keeps(word: string): boolean {
    const { names, titles } = this.uses.get(word) ?? { names: 0, titles: 0 };
    return names > 0 && titles * 2 >= names;
  }
}

function joinedWords(words: readonly string[]): ReadonlySet<string> {
  const joined = new Set<string>();
  for (let at = 0; at < words.length; at++)
    for (let end = at + 1; end <= Math.min(words.length, at + MAX_WORDS); end++)
      joined.add(
        words
          .slice(at, end)
          .join('')
          .toLowerCase()
          .replaceAll(/[^a-z]/g, ''),
      );
  return joined;
}
