import * as vscode from 'vscode';
import { eventText } from '../../event/eventText';
import { eventUri, rowOf } from '../../workspace/eventDocuments';
import { StringSource } from '../../trail/source';
import { Trail } from '../../trail/trail';
import { isDerived } from '../../workspace/language';
import { type OpenSource } from '../../workspace/openSource';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Services } from '../../workspace/services';
import { EVENT_SCHEME, type Sources } from '../../workspace/sources';
import { tabbedUris } from '../../workspace/tabs';
import { type Part } from '../../event/member';

/** Says which parts of a row are meant, in offsets from its start. */
export type Locate = (trail: Trail, row: number) => readonly Part[];

/** A place that the editor can go to, and the event around it. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly event: vscode.Range;
  readonly range: vscode.Range;
}

/** An open log in which something is looked for. */
export interface Log {
  /** Tells it from the others. */
  readonly id: string;
  readonly trail: Trail;
  /** The document, where the log is one. */
  readonly open?: OpenTrail;
  /** The log that is in no document, of which each event is one. */
  readonly source?: OpenSource;
  /** Its row that is looked at as a document already; -1 where there is none. */
  readonly own: number;
  /** Whether the log is still what it was when it was first asked. */
  readonly isUnchanged: () => boolean;
  /** Places in a row; the whole event where `locate` finds none. */
  readonly targets: (row: number, locate: Locate) => readonly Target[];
}

/** The document of an event of a source, which need not be open. */
export interface ShownEvent {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly range: (start: number, end: number) => vscode.Range;
}

/** The open logs: that of the document first, then the other documents, then those of which only single events are documents. */
export function openLogs({ trails, sources }: Services, document: vscode.TextDocument): readonly Log[] {
  const own = isDerived(document.uri) ? undefined : trails.get(document);
  const tabs = tabbedUris();
  const others = trails.all.filter(
    (open) => open !== own && open.uri.scheme !== EVENT_SCHEME && !isDerived(open.uri) && tabs.has(open.uri.toString()),
  );
  return [
    ...(own === undefined ? [] : [documentLog(own)]),
    ...others.map(documentLog),
    ...sources.all.map((source) => sourceLog(sources, source, document.uri)),
  ];
}

function documentLog(open: OpenTrail): Log {
  const { document, trail } = open;
  const { version } = document;
  return {
    id: open.uri.toString(),
    trail,
    open,
    own: -1,
    isUnchanged: () => !document.isClosed && document.version === version,
    targets: (row, locate) => {
      const base = trail.rows.start(row);
      const event = open.rowRange(row);
      const parts = locate(trail, row).map(({ start, end }) => open.range(base + start, base + end));
      return (parts.length === 0 ? [event] : parts).map((range) => ({ uri: open.uri, event, range }));
    },
  };
}

/** `document` is what the user looks at: it may be an event of the source. */
function sourceLog(sources: Sources, source: OpenSource, document: vscode.Uri): Log {
  const { trail } = source;
  const own = document.scheme === EVENT_SCHEME && sources.of(document) === source ? rowOf(trail, document) : -1;
  return {
    id: source.id,
    trail,
    source,
    own,
    isUnchanged: () => source.trail === trail,
    targets: (row, locate) => {
      if (row === own) return [];
      const { uri, text, range } = shownEvent(source, row);
      const shown = Trail.of(new StringSource(text));
      const base = shown.rows.size === 0 ? 0 : shown.rows.start(0);
      const event = range(0, text.trimEnd().length);
      const parts = shown.rows.size === 0 ? [] : locate(shown, 0);
      return (parts.length === 0 ? [{ start: 0, end: 0 }] : parts).map(({ start, end }) => ({
        uri,
        event,
        range: range(base + start, base + end),
      }));
    },
  };
}

/** An event of a source as its document shows it; fails with the reason where it cannot be read any more. */
export function shownEvent(source: OpenSource, row: number): ShownEvent {
  const text = eventText(source.trail, row, source.recordText(row));
  const range = (start: number, end: number): vscode.Range => new vscode.Range(positionIn(text, start), positionIn(text, end));
  return { uri: eventUri(source, row), text, range };
}

/** A position in a text that is in no document yet; its lines end in LF. */
function positionIn(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return new vscode.Position(before.split('\n').length - 1, offset - lineStart);
}
