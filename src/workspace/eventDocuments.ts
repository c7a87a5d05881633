import * as vscode from 'vscode';
import { type Trail } from '../trail/trail';
import { Disposable } from './disposable';
import { messageOf } from '../words/messages';
import { columnBeside } from './reveal';
import { severitiesFor } from './severities';
import { type EventFinding, type OpenLog } from './openLog';
import { eventUri, rowOf } from './eventAddress';
import { type Faults, inBackground } from './faults';
import { EVENT_SCHEME } from './language';
import { type Trails } from './trails';
import { eventText } from '../event/eventText';

/** Single events of logs that are in no document, each as a document that cannot be edited. All are shown in one tab, unless the user keeps it. */
export class EventDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly found = this.register(new vscode.EventEmitter<{ readonly log: OpenLog; readonly row: number }>());
  /** What is wrong in an event that is shown is known now. */
  readonly onDidFind = this.found.event;
  private readonly known = new WeakMap<Trail, Map<number, readonly EventFinding[]>>();
  private last: vscode.Uri | undefined;

  constructor(
    /** The log that a document or a tab of an address is of, where that is in no document. */
    private readonly logOf: (uri: vscode.Uri) => OpenLog | undefined,
    private readonly trails: Trails,
    private readonly faults: Faults,
  ) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(EVENT_SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const log = this.logOf(uri);
    const row = log === undefined ? -1 : rowOf(log.trail, uri);
    if (log === undefined || row < 0) return undefined;
    return eventText(log.trail, row, log.recordText(row));
  }

  /** Shows an event. */
  async show(log: OpenLog, row: number, preserveFocus: boolean, uncovered?: vscode.ViewColumn): Promise<vscode.TextEditor> {
    // Fails here, with its reason, where the event cannot be read any more.
    log.recordText(row);
    const uri = eventUri(log, row);
    const viewColumn = this.columnOf(log, uncovered) ?? columnBeside(uncovered);
    await keepOpen(log.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const options = { preserveFocus, preview: true, ...(viewColumn === undefined ? {} : { viewColumn }) };
    const editor = await vscode.window.showTextDocument(document, options);
    inBackground(this.faults, () => this.check(log, log.trail, row, document));
    const { last } = this;
    this.last = uri;
    if (last !== undefined && last.toString() !== uri.toString()) await closeUnlessKept(last);
    return editor;
  }

  /** What was found in an event when it was shown the last time. */
  findings(log: OpenLog, row: number): readonly EventFinding[] {
    return this.known.get(log.trail)?.get(row) ?? [];
  }

  private async check(log: OpenLog, trail: Trail, row: number, document: vscode.TextDocument): Promise<void> {
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
    if (isNews) this.found.fire({ log, row });
  }

  /** Where the events of the log, or else the log itself, are shown, other than in the column that must not be covered. */
  private columnOf(log: OpenLog, uncovered: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
    const groups = vscode.window.tabGroups.all.filter(
      ({ tabs, viewColumn }) =>
        viewColumn !== uncovered &&
        tabs.some(({ input }) => input instanceof vscode.TabInputText && this.logOf(input.uri) === log),
    );
    return (groups.find(({ isActive }) => isActive) ?? groups[0])?.viewColumn;
  }
}

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
