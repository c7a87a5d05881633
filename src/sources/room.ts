/** Room that is shared, for example memory: whoever needs some waits until so much is free. */
export class Room {
  private readonly waiting: { readonly amount: number; readonly go: () => void }[] = [];
  private taken = 0;

  constructor(private readonly size: number) {}

  /** Works once there is room for `amount`, in the order of the calls; what needs more than there is gets all of it. */
  async within<T>(amount: number, work: () => Promise<T>): Promise<T> {
    const needed = Math.min(amount, this.size);
    await new Promise<void>((go) => {
      this.waiting.push({ amount: needed, go });
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.taken -= needed;
      this.admit();
    }
  }

  private admit(): void {
    for (let [first] = this.waiting; first !== undefined && this.taken + first.amount <= this.size; [first] = this.waiting) {
      this.waiting.shift();
      this.taken += first.amount;
      first.go();
    }
  }
}
