import * as vscode from 'vscode';
import { isCloudError, mayGoOn } from '../../cloud/failure';
import { requestOf } from '../../cloud/plan';
import { searchNoteMessage } from '../../words/cloudMessages';
import { TRAIL_LANGUAGE } from '../../workspace/language';
import { showInfo, showStoppable } from '../../workspace/notices';
import { type Services } from '../../workspace/services';
import { tabbedUris } from '../../workspace/tabs';
import { type CloudFiles } from './cloudFiles';
import { type CloudLog } from './cloudLog';
import { type Connection, type Errand, tellFault } from './connection';
import { foundText, purposeOf, timeText } from './describe';

/** The document is read again when the log has grown by this much: so it is read a few times only. */
const GROWTH = 1.5;
/** Events that are loaded at a time where the setting says nothing. */
const LIMIT = 5_000;
const MOST = 100_000;

/** Loads events into logs from the cloud, and shows them. */
export class Loader {
  constructor(
    private readonly services: Pick<Services, 'logs' | 'filters'>,
    private readonly files: CloudFiles,
    private readonly connection: Connection,
  ) {}

  /**
   * Loads as many events more as the setting says, or, where `anew`, as a new search; shows the log as soon as it has something. What came before an end or
   * an error stays; failures are told to the user.
   */
  async load(log: CloudLog, anew = false): Promise<void> {
    if (log.isBusy) return;
    const { profile, plan } = log.wish;
    const { action, hosts } = requestOf(plan);
    const errand: Errand = { profile, action, hosts, purpose: purposeOf(log.wish) };
    // Once: who closes the log while it grows does not want it back.
    let opening: Promise<void> | undefined;
    const show = (): Promise<void> => (opening ??= isShown(log) ? Promise.resolve() : this.show(log));
    log.isBusy = true;
    this.files.tell(log);
    try {
      await this.connection.agree(errand);
      if (anew) log.begin();
      await this.run(log, errand, show);
    } catch (error) {
      if (isCloudError(error) && !mayGoOn(error.fault)) log.fail();
      tellFault(error);
    } finally {
      log.isBusy = false;
      if (log.size > 0 || isShown(log)) {
        this.files.refresh(log);
        await show();
      } else this.files.drop(log);
    }
    if (log.notes.length > 0) void showInfo(log.notes.map((note) => searchNoteMessage(note, timeText, vscode.l10n.t)).join(' '));
  }

  private run(log: CloudLog, errand: Errand, show: () => Promise<void>): Thenable<void> {
    return showStoppable(vscode.l10n.t('Searching in the cloud'), async (progress, signal) => {
      const asker = await this.connection.asker(errand, signal);
      let shown = 0;
      await log.load(limit(), asker, () => {
        progress.report({ message: foundText(log) });
        if (log.size < shown * GROWTH) return;
        shown = log.size;
        this.files.refresh(log);
        void show();
      });
    });
  }

  /** Shows a log, with the filter that it was searched by: the service may find more than that. */
  private async show(log: CloudLog): Promise<void> {
    const opened = await vscode.workspace.openTextDocument(log.uri);
    const isTrail = opened.languageId === TRAIL_LANGUAGE;
    const document = isTrail ? opened : await vscode.languages.setTextDocumentLanguage(opened, TRAIL_LANGUAGE);
    await vscode.window.showTextDocument(document, { preview: false });
    const { logs, filters } = this.services;
    const open = logs.find(log.uri.toString());
    if (open !== undefined) filters.set(open, log.wish.plan.filter);
  }
}

function isShown({ uri }: CloudLog): boolean {
  return tabbedUris().has(uri.toString());
}

function limit(): number {
  const wanted = vscode.workspace.getConfiguration('trail').get<number>('cloud.limit', LIMIT);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, MOST) : LIMIT;
}
