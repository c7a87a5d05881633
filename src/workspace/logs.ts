import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { EVENT_SCHEME, isDerived } from './language';
import { type OpenLog } from './openLog';
import { type Sources } from './sources';
import { tabbedUris } from './tabs';
import { type Trails } from './trails';

/** A place in a document. */
export interface DocumentPlace {
  readonly uri: vscode.Uri;
  readonly offset: number;
}

/** Tells where a place in a document comes from that was made of another one; undefined where that is not known. */
export type Origin = (place: DocumentPlace) => DocumentPlace | undefined;

/** The open logs: those of documents, and those that are in none. What was made of a log, such as a decoded form, is none itself. */
export class Logs extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** A log was opened or closed. */
  readonly onDidChange = this.changed.event;
  private readonly origins = new Map<string, Origin>();

  constructor(
    private readonly trails: Trails,
    private readonly sources: Sources,
  ) {
    super();
    const fire = (): void => {
      this.changed.fire();
    };
    this.register(trails.onDidOpen(fire));
    this.register(trails.onDidClose(fire));
    this.register(sources.onDidChange(fire));
  }

  get all(): readonly OpenLog[] {
    const documents = this.trails.all.filter(({ uri }) => uri.scheme !== EVENT_SCHEME && !isDerived(uri));
    return [...documents, ...this.sources.all];
  }

  /** Those that some tab shows: a document without a tab is open for a while after the user has closed it. */
  get shown(): readonly OpenLog[] {
    const tabs = tabbedUris();
    return this.all.filter(({ document, uri }) => document === undefined || tabs.has(uri.toString()));
  }

  /** The log of an address, where it is open. */
  find(address: string): OpenLog | undefined {
    return this.all.find(({ uri }) => uri.toString() === address);
  }

  /** The log that a document leads to: its own, that of which it shows an event, or that of which it was made. */
  of(uri: vscode.Uri): OpenLog | undefined {
    if (!isDerived(uri)) return this.sources.of(uri) ?? this.find(uri.toString());
    const origin = this.originOf({ uri, offset: 0 });
    return origin && this.of(origin.uri);
  }

  /** The place in a log, or in the document of one of its events, that a place in a document was made of; undefined where it was made of none. */
  originOf(place: DocumentPlace): DocumentPlace | undefined {
    return this.origins.get(place.uri.scheme)?.(place);
  }

  /** Makes known where documents of a scheme come from. */
  derive(scheme: string, origin: Origin): vscode.Disposable {
    this.origins.set(scheme, origin);
    return new vscode.Disposable(() => this.origins.delete(scheme));
  }
}
