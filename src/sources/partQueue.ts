import { type Steps } from '../trail/steps';
import { SLICE } from './limits';

/** Takes parts over in their order, in slices: threads give more at a time than the thread that others wait for may take at once. */
export class PartQueue<Part> {
  private readonly parts: Part[] = [];
  private taking: Promise<void> | undefined;

  /** `took` is called whenever a part has been taken. Once the signal is aborted nothing is taken any more. */
  constructor(
    private readonly signal: AbortSignal,
    private readonly take: (part: Part) => Steps<void>,
    private readonly took: (part: Part) => void,
  ) {}

  add(part: Part): void {
    this.parts.push(part);
    this.taking ??= this.work();
  }

  /** Resolves when all that was added has been taken. */
  async settled(): Promise<void> {
    await this.taking;
  }

  private async work(): Promise<void> {
    let until = 0;
    for (let part = this.parts.shift(); part !== undefined; part = this.parts.shift()) {
      const steps = this.take(part);
      do {
        if (performance.now() >= until) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          until = performance.now() + SLICE;
        }
        if (this.signal.aborted) return;
      } while (steps.next().done !== true);
      this.took(part);
    }
    this.taking = undefined;
  }
}
