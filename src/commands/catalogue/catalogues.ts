import * as vscode from 'vscode';
import { together } from '../../workspace/together';
import { type Services } from '../../workspace/services';
import { unreadText } from './amounts';
import { addCatalogue, type AddOptions, problemsPage } from './add';
import { downloadCatalogue } from './download';
import { lookUpEvent } from './lookUp';
import { manageCatalogues } from './manage';
import { Pages } from './pages';
import { showWarning } from '../../workspace/notices';
import { inBackground } from '../../workspace/faults';
import { registerCommand } from '../../workspace/command';

/** The commands around the event catalogue, and what is said when one of the settings cannot be read. */
export function registerCatalogues(services: Services): vscode.Disposable {
  const { catalogues, faults } = services;
  const pages = new Pages(catalogues.onDidChange);
  return together(
    pages,
    registerCommand(faults, 'trail.addCatalogue', (uris?: unknown, options?: AddOptions) =>
      addCatalogue(services, pages, urisOf(uris), options),
    ),
    registerCommand(faults, 'trail.manageCatalogues', () => manageCatalogues(services, pages)),
    registerCommand(faults, 'trail.downloadCatalogue', () => downloadCatalogue(services, pages)),
    registerCommand(faults, 'trail.lookUpEvent', (query?: unknown) => {
      lookUpEvent(services, pages, typeof query === 'string' ? query : '');
    }),
    tellProblems(services, pages),
  );
}

function urisOf(value: unknown): readonly vscode.Uri[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter((uri) => uri instanceof vscode.Uri);
  return list.length > 0 ? list : undefined;
}

/** Says once what a configured catalogue could not give; again only when that has changed. */
function tellProblems({ catalogues, faults }: Services, pages: Pages): vscode.Disposable {
  const told = new Map<string, string>();
  return catalogues.onDidChange(() => {
    for (const { entry, result } of catalogues.configured) {
      const state = JSON.stringify(result.problems);
      if (told.get(entry) === state) continue;
      told.set(entry, state);
      if (result.problemCount === 0) continue;
      const show = vscode.l10n.t('Show What Could Not Be Read');
      const text = vscode.l10n.t('Event catalogue {0}: {1}.', entry, unreadText(result.problemCount));
      inBackground(faults, async () => {
        if ((await showWarning(text, show)) === show) await pages.show('problems', entry, () => problemsPage(entry, result));
      });
    }
  });
}
