import * as vscode from 'vscode';
import { type Services } from '../workspace/services';
import { registerCommands } from './commands';
import { CurrentInput } from './currentInput';
import { registerEventCommands } from './eventCommands';
import { EventDocuments } from './eventDocuments';
import { EventsProvider } from './eventsProvider';
import { EventsView } from './eventsView';
import { Follower } from './follower';
import { registerLogCommands } from './logCommands';
import { Preferences } from './preferences';
import { ViewProgress } from './viewProgress';

/** The tree of events in its own view container. */
export function registerExplorer(services: Services): vscode.Disposable {
  const { context, trails, sources, catalogues } = services;
  const documents = EventDocuments.of(sources, trails);
  const current = new CurrentInput(trails, { sources, documents });
  const preferences = new Preferences(context.globalState);
  const provider = new EventsProvider(current, preferences);
  const view = new EventsView(provider);
  const follower = new Follower(provider, view);
  const progress = new ViewProgress(provider);
  const explained = catalogues.onDidChange(() => {
    provider.redraw();
  });
  return vscode.Disposable.from(
    explained,
    progress,
    follower,
    view,
    provider,
    preferences,
    current,
    documents,
    registerCommands(provider, view, preferences),
    registerEventCommands(services, provider),
    registerLogCommands(services),
  );
}
