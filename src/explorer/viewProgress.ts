import { Disposable } from '../workspace/disposable';
import { type EventsProvider } from './eventsProvider';
import { VIEW } from './eventsView';
import { showProgress } from '../workspace/notices';

/** Work that takes longer shows its progress, in ms. */
const PATIENCE = 500;

/** Shows in the view that a log is being read, or its events are being grouped. */
export class ViewProgress extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private end: (() => void) | undefined;

  constructor(private readonly provider: Pick<EventsProvider, 'isBusy' | 'onDidWork'>) {
    super();
    this.register(
      provider.onDidWork(() => {
        this.update();
      }),
    );
    this.update();
  }

  /** Whether progress is shown. */
  get isShown(): boolean {
    return this.end !== undefined;
  }

  override dispose(): void {
    this.stop();
    super.dispose();
  }

  private update(): void {
    if (this.provider.isBusy)
      this.timer ??= setTimeout(() => {
        this.show();
      }, PATIENCE);
    else this.stop();
  }

  private show(): void {
    void showProgress({ location: { viewId: VIEW } }, () => new Promise<void>((resolve) => (this.end = resolve)));
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.end?.();
    this.end = undefined;
  }
}
