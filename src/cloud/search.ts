import { accepted, type Answer } from './answer';
import { type Call } from './call';
import { isPassing } from './failure';
import { type Page, type Paging, type Step } from './page';
import { type Asker } from './wire';

/** A search that is under way: it loads pages until enough events are there, and goes on from where it stopped. */
export class CloudSearch {
  private readonly paging: Paging;
  private loaded = 0;
  private back: number | undefined;
  private isDone = false;
  private left = 0;
  /** What was asked and has no answer: the search goes on from there. */
  private pending: Call | undefined;

  /** `start` makes the search; it is told how many events are wanted still. */
  constructor(start: (wanted: () => number) => Paging) {
    this.paging = start(() => this.left);
  }

  /** How many events there are so far. */
  get events(): number {
    return this.loaded;
  }

  /** The time of the oldest of them, ms since 1970. */
  get oldest(): number | undefined {
    return this.back;
  }

  /** Whether there may be older ones. */
  get hasMore(): boolean {
    return !this.isDone;
  }

  /**
   * Loads up to so many more events, page by page; the last page may bring a few more than were wanted. Throws CloudError: what came before stays, and
   * where that may help the next call asks again.
   */
  async load(most: number, asker: Asker, received: (page: Page) => void): Promise<void> {
    this.left = most;
    while (this.left > 0 && !this.isDone) {
      const step = this.next(this.pending === undefined ? undefined : await this.ask(this.pending, asker));
      if (step === undefined) continue;
      if ('call' in step) this.pending = step.call;
      else this.take(step.page, received);
    }
  }

  private async ask(call: Call, asker: Asker): Promise<Answer> {
    const answer = await asker.ask(call);
    if (answer.refusal !== undefined && isPassing(answer.refusal)) accepted(call, answer);
    this.pending = undefined;
    return answer;
  }

  private next(answer: Answer | undefined): Step | undefined {
    const { done, value } = this.paging.next(answer);
    if (done === true) this.isDone = true;
    return done === true ? undefined : value;
  }

  private take(page: Page, received: (page: Page) => void): void {
    this.left -= page.events;
    this.loaded += page.events;
    if (page.oldest !== undefined) this.back = Math.min(this.back ?? Infinity, page.oldest);
    if (page.isLast) this.isDone = true;
    received(page);
  }
}

/** Runs a generator of calls to its end; throws CloudError. */
export async function answered<T>(steps: Generator<Step, T, Answer | undefined>, asker: Asker): Promise<T> {
  let next = steps.next();
  while (next.done !== true) next = steps.next('call' in next.value ? await asker.ask(next.value.call) : undefined);
  return next.value;
}
