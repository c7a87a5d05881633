/** A noun of event names, or what stands before one. */
export interface Noun {
  /** Empty where nothing is said of it: the name of the product in names of that product. */
  readonly zh: string;
  /** Singular. */
  readonly en: string;
  /** `count`: an instance, instances; `mass`: information; `the`: the status. */
  readonly number: 'count' | 'mass' | 'the';
  readonly plural: boolean;
}

/** Nouns by folded spelling without spaces. Each is written "Chinese|English", with |u for mass nouns and |t for "the"; plurals are found by their singular. */
export class Nouns {
  private table: ReadonlyMap<string, string> | undefined;
  private readonly read = new Map<string, Noun>();
  private starts: ReadonlySet<string> | undefined;

  /** The table is asked for with the first noun: kinds of names are told without. */
  constructor(private readonly load: () => Readonly<Record<string, string>>) {}

  private get written(): ReadonlyMap<string, string> {
    return (this.table ??= new Map(Object.entries(this.load())));
  }

  find(joined: string): Noun | undefined {
    const known = this.read.get(joined);
    if (known !== undefined) return known;
    const value = this.written.get(joined) ?? this.singular(joined);
    if (value === undefined) return undefined;
    const [zh = '', en = '', flag] = value.split('|');
    const number = flag === 'u' ? 'mass' : flag === 't' ? 'the' : 'count';
    const noun: Noun = { zh, en, number, plural: !this.written.has(joined) };
    this.read.set(joined, noun);
    return noun;
  }

  /** Whether a noun of several words begins so. */
  isStart(joined: string): boolean {
    this.starts ??= startsOf(this.written.keys());
    return this.starts.has(joined);
  }

  private singular(joined: string): string | undefined {
    if (!joined.endsWith('s')) return undefined;
    const value = this.written.get(joined.slice(0, -1));
    if (value !== undefined || !joined.endsWith('es')) return value;
    return (
      this.written.get(joined.slice(0, -2)) ?? (joined.endsWith('ies') ? this.written.get(`${joined.slice(0, -3)}y`) : undefined)
    );
  }
}

/** The beginnings of some words: where none goes on, it is not worth while to join another one. */
export function startsOf(keys: Iterable<string>): ReadonlySet<string> {
  const starts = new Set<string>();
  for (const key of keys) for (let end = 1; end < key.length; end++) starts.add(key.slice(0, end));
  return starts;
}
