import { Base64Starts } from './encodings/base64Starts';
import { fold, foldUnit } from './fold';
import { GRAM, ROLLED_BITS, rolled } from './rolled';

/** Where the longest value at a place ends, and which one it is. */
export interface Hit {
  end: number;
  value: number;
}

/**
 * Values that are looked for in a text, all at once and in any case: a filter over four units says quickly where none starts, and a trie in a flat hash
 * table finds the longest one where one may.
 */
export class Needles {
  private readonly filter = new Uint32Array(1 << (ROLLED_BITS - 5));
  /** Open hash table of edges: node, unit, next node. */
  private edges = new Int32Array(3 * 1024);
  private edgeCount = 0;
  private values = new Int32Array(1024);
  private nodes = 1;
  /** Whether some value holds a blank, or a quote. */
  hasBlanks = false;
  hasQuotes = false;
  /** Where a value may start in Base64. */
  readonly bytes = new Base64Starts();

  /** Adds a value of at least GRAM units under a number that `find` gives back. */
  add(value: string, number: number): void {
    const text = fold(value);
    this.hasBlanks ||= text.includes(' ');
    this.hasQuotes ||= /["']/.test(text);
    let hash = 0;
    for (let at = 0; at < GRAM; at++) hash = rolled(hash, text.charCodeAt(at));
    this.filter[hash >>> 5] = (this.filter[hash >>> 5] as number) | (1 << (hash & 31));
    let node = 0;
    for (let at = 0; at < text.length; at++) node = this.child(node, text.charCodeAt(at));
    this.values[node] = number + 1;
    this.bytes.add(text);
  }

  get isEmpty(): boolean {
    return this.nodes === 1;
  }

  /** Whether a value may start with the last four units; `hash` is `rolled` over them. */
  mayStart(hash: number): boolean {
    return (((this.filter[hash >>> 5] as number) >>> (hash & 31)) & 1) === 1;
  }

  /** The longest value that starts at `at`, into `hit`; false where there is none. */
  find(units: Uint16Array, at: number, length: number, hit: Hit): boolean {
    let node = 0;
    let found = false;
    for (let next = at; next < length; next++) {
      node = this.next(node, foldUnit(units[next] as number));
      if (node < 0) break;
      const value = this.values[node] as number;
      if (value === 0) continue;
      hit.end = next + 1;
      hit.value = value - 1;
      found = true;
    }
    return found;
  }

  /** Whether one of the values is in a text. */
  isIn(text: string): boolean {
    const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const hit: Hit = { end: 0, value: 0 };
    let hash = 0;
    for (let at = 0; at < units.length; at++) {
      hash = rolled(hash, foldUnit(units[at] as number));
      if (at + 1 >= GRAM && this.mayStart(hash) && this.find(units, at + 1 - GRAM, units.length, hit)) return true;
    }
    return false;
  }

  private next(node: number, unit: number): number {
    const { edges } = this;
    const mask = edges.length / 3 - 1;
    for (let slot = edgeHash(node, unit) & mask; ; slot = (slot + 1) & mask) {
      const to = edges[slot * 3 + 2] as number;
      if (to === 0) return -1;
      if (edges[slot * 3] === node && edges[slot * 3 + 1] === unit) return to;
    }
  }

  private child(node: number, unit: number): number {
    const known = this.next(node, unit);
    if (known >= 0) return known;
    if ((this.edgeCount + 1) * 2 > this.edges.length / 3) this.grow();
    const to = this.nodes++;
    if (to >= this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    put(this.edges, node, unit, to);
    this.edgeCount++;
    return to;
  }

  private grow(): void {
    const larger = new Int32Array(this.edges.length * 2);
    for (let at = 0; at < this.edges.length; at += 3)
      if (this.edges[at + 2] !== 0)
        put(larger, this.edges[at] as number, this.edges[at + 1] as number, this.edges[at + 2] as number);
    this.edges = larger;
  }
}

function put(edges: Int32Array, node: number, unit: number, to: number): void {
  const mask = edges.length / 3 - 1;
  let slot = edgeHash(node, unit) & mask;
  while (edges[slot * 3 + 2] !== 0) slot = (slot + 1) & mask;
  edges[slot * 3] = node;
  edges[slot * 3 + 1] = unit;
  edges[slot * 3 + 2] = to;
}

function edgeHash(node: number, unit: number): number {
  const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
