import * as vscode from 'vscode';
import { type Services } from '../workspace/services';
import { registerCommands } from './commands';
import { CurrentInput } from './currentInput';
import { EventsProvider } from './eventsProvider';
import { EventsView } from './eventsView';
import { Follower } from './follower';
import { registerOpenLog } from './openLog';
import { Preferences } from './preferences';

/** The tree of events in its own view container. */
export function registerExplorer({ context, trails }: Services): vscode.Disposable {
  const current = new CurrentInput(trails);
  const preferences = new Preferences(context.globalState);
  const provider = new EventsProvider(current, preferences);
  const view = new EventsView(provider);
  const follower = new Follower(provider, view);
  return vscode.Disposable.from(
    follower,
    view,
    provider,
    preferences,
    current,
    registerCommands(provider, view, preferences),
    registerOpenLog(context),
  );
}
