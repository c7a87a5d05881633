/** "expand 32-byte k", the constant of ChaCha20. */
const CONSTANT = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const WORDS = 16;
const ROUNDS = 10;

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function quarter(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  const step = (to: number, add: number, turned: number, by: number): void => {
    x[to] = (x[to] ?? 0) + (x[add] ?? 0);
    x[turned] = rotate((x[turned] ?? 0) ^ (x[to] ?? 0), by);
  };
  step(a, b, d, 16);
  step(c, d, b, 12);
  step(a, b, d, 8);
  step(c, d, b, 7);
}

function permute(state: Uint32Array): Uint32Array {
  const x = state.slice();
  for (let round = 0; round < ROUNDS; round++) {
    quarter(x, 0, 4, 8, 12);
    quarter(x, 1, 5, 9, 13);
    quarter(x, 2, 6, 10, 14);
    quarter(x, 3, 7, 11, 15);
    quarter(x, 0, 5, 10, 15);
    quarter(x, 1, 6, 11, 12);
    quarter(x, 2, 7, 8, 13);
    quarter(x, 3, 4, 9, 14);
  }
  return x.map((word, index) => word + (state[index] as number));
}

/**
 * Numbers from a key: the key stream of ChaCha20. Stand-ins are drawn from it in the order in which values are found, so that nothing of a value is in its
 * stand-in, and nobody without the key can tell one from the other; the same key and log give the same stand-ins.
 */
export class Random {
  private readonly state = new Uint32Array(WORDS);
  private block: Uint32Array = new Uint32Array(WORDS);
  private used = WORDS;

  constructor(key: Uint8Array) {
    this.state.set(CONSTANT);
    // A longer key is taken in 32 bytes at a time, mixed in between.
    for (let at = 0; at === 0 || at < key.length; at += 32) {
      for (let index = 0; index < 32; index++) {
        const word = 4 + (index >> 2);
        this.state[word] = (this.state[word] as number) ^ ((key[at + index] ?? 0) << ((index & 3) * 8));
      }
      if (at + 32 < key.length) this.state.set(permute(this.state).subarray(4, 12), 4);
    }
  }

  /** A whole number from 0 up to `limit`, which is not above 65,536 and not reached. */
  below(limit: number): number {
    const fair = Math.floor(0x100000000 / limit) * limit;
    for (;;) {
      if (this.used === WORDS) {
        this.block = permute(this.state);
        this.state[12] = (this.state[12] as number) + 1;
        this.used = 0;
      }
      const word = this.block[this.used++] as number;
      if (word < fair) return word % limit;
    }
  }
}
