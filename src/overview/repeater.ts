import { Disposable } from '../workspace/disposable';

/** Does work when it is asked for, one time after another: what is asked for while it is being done is done once more behind it. */
export class Repeater extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isAsked = false;
  private took = 0;

  /** `pause` says how long (ms) to wait before the work is done once more, when it took so long. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pause: (took: number) => number,
  ) {
    super();
  }

  /** Asks for the work at once. */
  now(): void {
    this.schedule(0);
  }

  /** Asks for the work, in a while. */
  soon(): void {
    this.schedule(this.pause(this.took));
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private schedule(ms: number): void {
    if (this.isDisposed) return;
    if (this.isRunning) {
      this.isAsked = true;
      return;
    }
    if (this.timer !== undefined) {
      if (ms > 0) return;
      clearTimeout(this.timer);
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, ms);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    this.isAsked = false;
    const start = performance.now();
    await this.work();
    this.took = performance.now() - start;
    this.isRunning = false;
    if (this.isAsked) this.soon();
  }
}
