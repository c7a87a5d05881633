import { Disposable } from './disposable';

/** Does work when it is asked for, one time after another: what is asked for while it is being done is done once more behind it. */
export class Repeater extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = 0;
  private isRunning = false;
  /** How what was asked for while the work is being done is to be done. */
  private next: 'now' | 'soon' | undefined;
  private took = 0;

  /** `pause` says how long (ms) to wait before the work is done once more, when it took so long; `failed` is told what the work throws. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pause: (took: number) => number,
    private readonly failed: (error: unknown) => void,
  ) {
    super();
  }

  /** Asks for the work at once. */
  now(): void {
    if (this.isRunning) this.next = 'now';
    else this.schedule(0);
  }

  /** Asks for the work, in a while. */
  soon(): void {
    if (this.isRunning) this.next ??= 'soon';
    else this.schedule(this.pause(this.took));
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private schedule(ms: number): void {
    if (this.isDisposed) return;
    const due = performance.now() + ms;
    if (this.timer !== undefined) {
      if (due >= this.due) return;
      clearTimeout(this.timer);
    }
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, ms);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    const start = performance.now();
    try {
      await this.work();
    } catch (error) {
      this.failed(error);
    }
    this.took = performance.now() - start;
    this.isRunning = false;
    const { next } = this;
    this.next = undefined;
    if (next !== undefined) this[next]();
  }
}
