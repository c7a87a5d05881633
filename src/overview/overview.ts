import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { type Services } from '../workspace/services';
import { keptIn } from './model/message';
import { OverviewPanel, VIEW_TYPE } from './panel';
import { type Surroundings } from './surroundings';
import { registerCommand } from '../workspace/command';

/** The overview panels. One of them follows the current log; pinned ones stay with theirs. */
export function registerOverview(services: Services): vscode.Disposable {
  const { context, logs, current, filters, faults } = services;
  const surroundings: Surroundings = { extension: context.extensionUri, logs, current, filters, faults };
  const panels = new Set<OverviewPanel>();

  const add = (panel: vscode.WebviewPanel, state: unknown): void => {
    const overview = new OverviewPanel(panel, surroundings, keptIn(state));
    panels.add(overview);
    panel.onDidDispose(() => {
      panels.delete(overview);
      overview.dispose();
    });
  };
  const open = (): void => {
    const address = current.log?.uri.toString();
    const known = [...panels].find((one) => !one.isPinned || (address !== undefined && one.address === address));
    if (known !== undefined) known.panel.reveal(undefined, false);
    else {
      // Beside those that are pinned, so that both can be seen.
      const taken = [...panels].map(({ panel }) => panel.viewColumn ?? 0);
      const viewColumn = taken.length > 0 ? Math.max(...taken) + 1 : vscode.ViewColumn.Beside;
      const place = { viewColumn, preserveFocus: false };
      add(vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Overview'), place, { enableFindWidget: true }), undefined);
    }
  };
  const active = (): OverviewPanel | undefined => [...panels].find(({ panel }) => panel.active);
  return together(
    registerCommand(faults, 'trail.openOverview', open),
    registerCommand(faults, 'trail.overview.save', () => active()?.save()),
    registerCommand(faults, 'trail.overview.copy', () => active()?.copy()),
    services.catalogues.onDidChange(() => {
      for (const panel of panels) panel.refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel(panel, state) {
        add(panel, state);
        return Promise.resolve();
      },
    }),
    new vscode.Disposable(() => {
      for (const panel of panels) panel.panel.dispose();
    }),
  );
}
