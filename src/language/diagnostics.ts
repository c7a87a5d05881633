import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { together } from '../workspace/together';
import { type Faults, inBackground } from '../workspace/faults';
import { isDerived } from '../workspace/language';
import { type GroupLimits } from '../workspace/groupLimits';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { diagnosticsOf } from './diagnosticsOf';
import { SECTION, type Severities, severitiesFor } from '../workspace/severities';

/** The least time between two publications of one document, in ms. */
const PAUSE = 150;
/** The same while the log is still being read: what is known by then. */
const PAUSE_WHILE_READING = 600;

/** Shows what the checks find in open trails as problems. */
export function registerDiagnostics({ trails, catalogues, groupLimits, faults }: Services): vscode.Disposable {
  return together(new Diagnostics(trails, catalogues, groupLimits, faults));
}

class Diagnostics extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('trail'));
  private readonly publishers = new Map<OpenTrail, Publisher>();

  constructor(
    trails: Services['trails'],
    catalogues: Services['catalogues'],
    private readonly groupLimits: GroupLimits,
    private readonly faults: Faults,
  ) {
    super();
    this.register(
      groupLimits.onDidChange((log) => {
        for (const publisher of this.publishers.values()) if (publisher.open === log) publisher.publishAgain();
      }),
    );
    // How an event name is documented is what a catalogue says.
    this.register(
      catalogues.onDidChange(() => {
        for (const publisher of this.publishers.values()) publisher.checkAgain();
      }),
    );
    this.register(
      trails.onDidOpen((open) => {
        this.add(open);
      }),
    );
    this.register(
      trails.onDidClose((open) => {
        this.remove(open);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        for (const publisher of this.publishers.values())
          if (change.affectsConfiguration(SECTION, publisher.open.document)) publisher.refresh();
      }),
    );
    for (const open of trails.all) this.add(open);
  }

  override dispose(): void {
    for (const publisher of this.publishers.values()) publisher.dispose();
    this.publishers.clear();
    super.dispose();
  }

  private add(open: OpenTrail): void {
    if (isDerived(open.uri)) return;
    this.publishers.set(open, new Publisher(open, this.collection, this.groupLimits, this.faults));
  }

  private remove(open: OpenTrail): void {
    this.publishers.get(open)?.dispose();
    this.publishers.delete(open);
    this.collection.delete(open.uri);
  }
}

/** Publishes the findings of one document, not more often than the eye follows, and only what is new. */
class Publisher extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastAt = -Infinity;
  private published: number | undefined;
  private severities: Severities;

  constructor(
    readonly open: OpenTrail,
    private readonly collection: vscode.DiagnosticCollection,
    private readonly groupLimits: GroupLimits,
    private readonly faults: Faults,
  ) {
    super();
    this.severities = severitiesFor(open.document);
    this.register(
      open.onDidCheck(() => {
        this.schedule(PAUSE);
      }),
    );
    this.register(
      open.onDidChange(() => {
        if (!open.trail.isComplete) this.schedule(PAUSE_WHILE_READING);
      }),
    );
    if (open.isReady) this.schedule(PAUSE);
  }

  /** The checks may find something else now. */
  checkAgain(): void {
    this.published = undefined;
    this.open.checkAgain();
  }

  /** The settings have changed. */
  refresh(): void {
    this.severities = severitiesFor(this.open.document);
    this.publishAgain();
  }

  /** There is something else to say of the same findings. */
  publishAgain(): void {
    this.published = undefined;
    this.schedule(0);
  }

  override dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    super.dispose();
  }

  private schedule(pause: number): void {
    if (this.timer !== undefined || this.isDisposed) return;
    const wait = Math.max(0, this.lastAt + pause - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      inBackground(this.faults, () => {
        this.publish();
      });
    }, wait);
  }

  private publish(): void {
    const { open } = this;
    // After an edit the rows that are checked anew have no findings for a moment: what is shown stays until they do.
    if (open.document.isClosed || (open.trail.isComplete && !open.isReady)) return;
    const { version } = open.trail;
    if (open.isReady && this.published === version) return;
    this.lastAt = performance.now();
    this.published = open.isReady ? version : undefined;
    this.collection.set(open.uri, diagnosticsOf(open, this.severities, this.groupLimits.of(open)));
  }
}
