import type * as vscode from 'vscode';
import { together } from '../workspace/together';
import { Marks } from '../workspace/marks';
import { type Services } from '../workspace/services';
import { registerCommands } from './commands';
import { registerEventCommands } from './eventCommands';
import { registerFilterCommands } from './filter/commands';
import { Dimming } from './filter/dimming';
import { EventsProvider } from './eventsProvider';
import { EventsView } from './eventsView';
import { Follower } from './follower';
import { registerLogCommands } from './logCommands';
import { registerMarkCommands } from './markCommands';
import { MarkDecorations } from './markDecorations';
import { Preferences } from './preferences';
import { ViewProgress } from './viewProgress';

/** The tree of events in its own view container. */
export function registerExplorer(services: Services): vscode.Disposable {
  const { context, trails, catalogues, filters, groupLimits, current, logs, faults } = services;
  const preferences = new Preferences(context.globalState);
  const marks = new Marks(context.workspaceState);
  const provider = new EventsProvider(current, preferences, filters, marks, groupLimits, faults);
  const view = new EventsView(provider, filters);
  const follower = new Follower(provider, view, faults);
  const progress = new ViewProgress(provider);
  const explained = catalogues.onDidChange(() => {
    provider.redraw();
  });
  return together(
    explained,
    progress,
    follower,
    view,
    provider,
    preferences,
    registerCommands(services, provider, view, preferences),
    registerEventCommands(services, provider, view),
    registerLogCommands(services),
    marks,
    new MarkDecorations(trails, marks, faults),
    registerMarkCommands(marks, services, view),
    new Dimming(trails, filters, faults),
    registerFilterCommands({
      ...{ filters, trails, logs, provider, view, faults },
      memento: context.workspaceState,
      hasCloud: services.platform.machine !== undefined,
    }),
  );
}
