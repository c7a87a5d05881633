import * as vscode from 'vscode';
import { type WireEntry } from '../../cloud/wire';
import { Filter } from '../../filter/filter';
import { registerCommand } from '../../workspace/command';
import { History } from '../../workspace/filterHistory';
import { showInfo } from '../../workspace/notices';
import { type Services } from '../../workspace/services';
import { together } from '../../workspace/together';
import { CloudFiles } from './cloudFiles';
import { Connection, tellFault } from './connection';
import { Consent } from './consent';
import { CloudLens } from './lens';
import { Loader } from './loader';
import { Remembered } from './remembered';
import { Wizard } from './wizard';

/** Whether there is a cloud to search, and whether the current log can load older events, in `when` clauses. */
const AVAILABLE = 'trail.cloud.available';
const MORE = 'trail.cloud.more';

/** Searches where the trail lives: in ActionTrail and in the Logstores of trails. Not where the extension has no machine of the user. */
export function registerCloud(services: Services): vscode.Disposable {
  const { context, platform, current, filters, faults } = services;
  const { machine } = platform;
  if (machine === undefined) return new vscode.Disposable(() => undefined);
  void vscode.commands.executeCommand('setContext', AVAILABLE, true);
  const remembered = new Remembered(context.workspaceState);
  const history = new History(context.workspaceState);
  const files = new CloudFiles(remembered);
  const connection = new Connection(platform.get, machine, new Consent(), (entry) => {
    faults.note(lineOf(entry));
  });
  const loader = new Loader(services, files, connection);

  const mayAsk = (): boolean => {
    if (!vscode.workspace.isTrusted) void showInfo(vscode.l10n.t('The cloud is searched in trusted workspaces only.'));
    return vscode.workspace.isTrusted;
  };
  const search = async (text?: unknown): Promise<void> => {
    if (!mayAsk()) return;
    const { log } = current;
    const filter =
      typeof text === 'string' ? text : log === undefined ? (remembered.last?.plan.filter ?? '') : filters.of(log).text;
    try {
      const wish = await new Wizard(machine, connection, { last: remembered.last, filter, history: history.all }).ask();
      if (wish === undefined) return;
      await history.add(Filter.parse(wish.plan.filter).text);
      await loader.load(await files.create(wish), true);
    } catch (error) {
      tellFault(error);
    }
  };
  const withLog = (anew: boolean) => async (uri?: unknown) => {
    const log = files.find(uri instanceof vscode.Uri ? uri : (current.log?.uri ?? vscode.Uri.file('/')));
    if (log === undefined) void showInfo(vscode.l10n.t('This log does not come from a search in the cloud.'));
    else if (mayAsk()) await loader.load(log, anew || log.search === undefined);
  };
  const update = (): void => {
    const { log } = current;
    const found = log && files.find(log.uri);
    void vscode.commands.executeCommand('setContext', MORE, found !== undefined && (found.hasMore || found.search === undefined));
  };
  update();
  return together(
    files,
    new CloudLens(files),
    current.onDidChange(update),
    files.onDidChange(update),
    registerCommand(faults, 'trail.cloud.search', search),
    registerCommand(faults, 'trail.cloud.loadOlder', withLog(false)),
    registerCommand(faults, 'trail.cloud.searchAgain', withLog(true)),
  );
}

/** A request in a line; nothing in it is secret. */
function lineOf({ action, host, status, requestId, ms }: WireEntry): string {
  return [action, host, status === 0 ? 'no answer' : String(status), requestId, `${ms} ms`]
    .filter((part) => part !== '')
    .join(' ');
}
