/** A power of two. */
const SHARDS = 64;

/** A map by texts in many small tables: one large one would hold everything up whenever it grows. */
export class TextMap<V> {
  private readonly shards: readonly Map<string, V>[] = Array.from({ length: SHARDS }, () => new Map<string, V>());
  size = 0;

  get(text: string): V | undefined {
    return this.shard(text).get(text);
  }

  has(text: string): boolean {
    return this.shard(text).has(text);
  }

  set(text: string, value: V): void {
    const shard = this.shard(text);
    const before = shard.size;
    shard.set(text, value);
    this.size += shard.size - before;
  }

  clear(): void {
    for (const shard of this.shards) shard.clear();
    this.size = 0;
  }

  private shard(text: string): Map<string, V> {
    const { length } = text;
    const hash = length * 5 + text.charCodeAt(length >> 1) * 3 + text.charCodeAt(length - 1) * 7;
    return this.shards[hash & (SHARDS - 1)] as Map<string, V>;
  }
}

/** A text that does not keep the longer one alive that it is a part of. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
