import * as vscode from 'vscode';
import { eventIdIn } from '../trail/scan/eventId';
import { hashRange } from '../trail/hash';
import { type Trail } from '../trail/trail';
import { Disposable } from './disposable';

/** What a reviewer thinks of an event. */
export const MARK_KINDS = ['suspicious', 'important', 'question', 'harmless'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
  readonly kind: MarkKind;
  /** In the reviewer's own words; empty where there are none. */
  readonly note: string;
}

const KEY = 'trail.marks';

/** Marks and notes on events, by event id: they are on the same event in every log that holds it. They stay in the workspace and change no log. */
export class Marks extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  /** By the hash of the id, as rows have it: most rows are told apart without reading their text. */
  private readonly known = new Map<number, Map<string, Mark>>();

  constructor(private readonly memento: vscode.Memento) {
    super();
    for (const [id, mark] of memento.get<readonly (readonly [string, Mark])[]>(KEY, [])) this.put(id, mark);
  }

  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** The mark of a row's event. */
  of(trail: Trail, row: number): Mark | undefined {
    const marks = this.known.get(trail.rows.eventId(row));
    const id = marks && idOf(trail, row);
    return id === undefined ? undefined : marks?.get(id);
  }

  /** Marks a row's event, or takes its mark away; false where the event has no id that could be remembered. */
  async set(trail: Trail, row: number, mark: Mark | undefined): Promise<boolean> {
    const id = idOf(trail, row);
    if (id === undefined) return false;
    if (mark !== undefined) this.put(id, mark);
    else this.remove(id);
    this.changed.fire();
    await this.memento.update(
      KEY,
      [...this.known.values()].flatMap((marks) => [...marks]),
    );
    return true;
  }

  private put(id: string, mark: Mark): void {
    const hash = hashOf(id);
    const marks = this.known.get(hash) ?? new Map<string, Mark>();
    this.known.set(hash, marks.set(id, mark));
  }

  private remove(id: string): void {
    const marks = this.known.get(hashOf(id));
    marks?.delete(id);
    if (marks?.size === 0) this.known.delete(hashOf(id));
  }
}

/** The id of a row's event; undefined where it has none. */
export function idOf(trail: Trail, row: number): string | undefined {
  const hash = trail.rows.eventId(row);
  const id = hash === 0 ? undefined : eventIdIn(trail.recordText(row), hash);
  // A copy: a slice would keep the record in memory.
  return id === undefined ? undefined : ` ${id}`.slice(1);
}

function hashOf(id: string): number {
  return hashRange(id, 0, id.length) || 1;
}
