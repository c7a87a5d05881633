import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type Log } from './log';
import { OpenSource } from './openSource';
import { type Services } from './services';
import { CurrentInput } from './currentInput';
import { DocumentInput } from './documentInput';
import { EventDocuments } from './eventDocuments';
import { type ExplorerInput } from './input';
import { SourceInput } from './sourceInput';

const made = new WeakMap<Services, Inputs>();

/** The open logs as what views show, and which of them is the current one. All views of a window share them. */
export class Inputs extends Disposable {
  readonly documents: EventDocuments;
  readonly current: CurrentInput;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** A log was opened or closed. */
  readonly onDidChange = this.changed.event;

  private constructor(private readonly services: Services) {
    super();
    const { trails, sources } = services;
    this.documents = this.register(EventDocuments.of(sources, trails));
    this.current = this.register(new CurrentInput(trails, { sources, documents: this.documents }));
    const fire = (): void => {
      this.changed.fire();
    };
    this.register(trails.onDidOpen(fire));
    this.register(trails.onDidClose(fire));
    this.register(sources.onDidChange(fire));
    this.register(sources.onDidChangeActive(fire));
  }

  /** Those of the window; they are disposed of with the extension. */
  static of(services: Services): Inputs {
    let inputs = made.get(services);
    if (inputs === undefined) {
      made.set(services, (inputs = new Inputs(services)));
      services.context.subscriptions.push(inputs);
    }
    return inputs;
  }

  inputOf(log: Log): ExplorerInput {
    return log instanceof OpenSource ? SourceInput.of(log, this.documents) : DocumentInput.of(log);
  }

  /** The log of an address, where it is open. */
  find(address: string): Log | undefined {
    return this.all.find(({ uri }) => uri.toString() === address);
  }

  get all(): readonly Log[] {
    return [...this.services.trails.all, ...this.services.sources.all];
  }
}
