import * as vscode from 'vscode';
import { formatUtc } from '../knowledge/times';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { Disposable } from './disposable';
import { messageOf } from '../words/messages';
import { columnBeside } from './reveal';
import { severitiesFor } from './severities';
import { type OpenSource } from './openSource';
import { EVENT_SCHEME, type Sources } from './sources';
import { type Trails } from './trails';
import { eventText } from '../event/eventText';
import { type EventFinding } from './input';

/** Single events of logs that are in no document, each as a document that cannot be edited. All are shown in one tab, unless the user keeps it. */
export class EventDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly found = this.register(new vscode.EventEmitter<{ readonly source: OpenSource; readonly row: number }>());
  /** What is wrong in an event that is shown is known now. */
  readonly onDidFind = this.found.event;
  private readonly known = new WeakMap<Trail, Map<number, readonly EventFinding[]>>();
  private last: vscode.Uri | undefined;

  private static readonly made = new WeakMap<Sources, EventDocuments>();

  /** The one of these sources. */
  static of(sources: Sources, trails: Trails): EventDocuments {
    let documents = EventDocuments.made.get(sources);
    if (documents === undefined) EventDocuments.made.set(sources, (documents = new EventDocuments(sources, trails)));
    return documents;
  }

  private constructor(
    private readonly sources: Sources,
    private readonly trails: Trails,
  ) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(EVENT_SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const source = this.sources.of(uri);
    const row = source === undefined ? -1 : rowOf(source.trail, uri);
    if (source === undefined || row < 0) return undefined;
    return eventText(source.trail, row, source.recordText(row));
  }

  /** Shows an event. */
  async show(source: OpenSource, row: number, preserveFocus: boolean, uncovered?: vscode.ViewColumn): Promise<vscode.TextEditor> {
    // Fails here, with its reason, where the event cannot be read any more.
    source.recordText(row);
    const uri = eventUri(source, row);
    const viewColumn = this.columnOf(source, uncovered) ?? columnBeside(uncovered);
    await keepOpen(source.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const options = { preserveFocus, preview: true, ...(viewColumn === undefined ? {} : { viewColumn }) };
    const editor = await vscode.window.showTextDocument(document, options);
    void this.check(source, source.trail, row, document);
    const { last } = this;
    this.last = uri;
    if (last !== undefined && last.toString() !== uri.toString()) await closeUnlessKept(last);
    return editor;
  }

  /** What was found in an event when it was shown the last time. */
  findings(source: OpenSource, row: number): readonly EventFinding[] {
    return this.known.get(source.trail)?.get(row) ?? [];
  }

  private async check(source: OpenSource, trail: Trail, row: number, document: vscode.TextDocument): Promise<void> {
    const open = this.trails.get(document);
    await open?.whenReady();
    if (open === undefined || document.isClosed) return;
    const severities = severitiesFor(document);
    const findings = [...open.findings()].flatMap(({ finding, start, end }): EventFinding[] => {
      const severity = severities.get(finding.code);
      return severity === undefined
        ? []
        : [{ code: finding.code, message: messageOf(finding, vscode.l10n.t), severity, start, end }];
    });
    const rows = this.known.get(trail) ?? new Map<number, readonly EventFinding[]>();
    const isNews = findings.length > 0 || (rows.get(row)?.length ?? 0) > 0;
    this.known.set(trail, rows.set(row, findings.slice(0, MAX_FINDINGS)));
    if (isNews) this.found.fire({ source, row });
  }

  /** Where the events of the source, or else the source itself, are shown, other than in the column that must not be covered. */
  private columnOf(source: OpenSource, uncovered: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
    const groups = vscode.window.tabGroups.all.filter(
      ({ tabs, viewColumn }) =>
        viewColumn !== uncovered &&
        tabs.some(({ input }) => input instanceof vscode.TabInputText && this.sources.of(input.uri) === source),
    );
    return (groups.find(({ isActive }) => isActive) ?? groups[0])?.viewColumn;
  }
}

/** The row of an event's document; -1 where it is not there any more. In a folder into which older events were delivered it is another one than it was. */
export function rowOf({ rows }: Trail, uri: vscode.Uri): number {
  const [, number = -1, hash = 0] = uri.query.split('&').map(Number);
  const is = (row: number): boolean => row >= 0 && row < rows.size && (hash === 0 || rows.eventId(row) === hash);
  if (is(number)) return number;
  for (let row = hash === 0 ? rows.size : 0; row < rows.size; row++) if (is(row)) return row;
  return -1;
}

/** The address of the document of a single event. */
export function eventUri(source: OpenSource, row: number): vscode.Uri {
  const { trail } = source;
  const time = trail.rows.time(row);
  const name = trail
    .value(row, Column.EventName)
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .slice(0, MAX_NAME);
  const label = [name, Number.isNaN(time) ? '' : formatUtc(time).replaceAll(':', '-')].filter(Boolean).join(' ');
  return vscode.Uri.from({
    scheme: EVENT_SCHEME,
    path: `/${label}.trail.json`,
    query: `${source.id}&${row}&${trail.rows.eventId(row)}`,
  });
}

const MAX_NAME = 60;
/** Findings of an event that are listed; the Problems panel has the others. */
const MAX_FINDINGS = 100;

/** Where the editor has no preview tabs, the one before would stay. */
async function closeUnlessKept(uri: vscode.Uri): Promise<void> {
  const hasPreview = vscode.workspace.getConfiguration('workbench.editor').get('enablePreview', true);
  if (hasPreview) return;
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all);
  const tab = tabs.find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  if (tab !== undefined && !tab.isPinned) await vscode.window.tabGroups.close(tab);
}

/** A log that is in a preview tab itself stays open: the event would take its place. */
async function keepOpen(uri: vscode.Uri): Promise<void> {
  const wanted = uri.toString();
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  if (activeTab?.isPreview !== true || !(activeTab.input instanceof vscode.TabInputText)) return;
  if (activeTab.input.uri.toString() === wanted) await vscode.commands.executeCommand('workbench.action.keepEditor');
}
