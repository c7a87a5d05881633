import * as vscode from 'vscode';
import { type Catalogues } from '../../workspace/catalogues';
import { type Services } from '../../workspace/services';
import { unreadText } from './amounts';
import { addCatalogue, type AddOptions, problemsPage } from './add';
import { downloadCatalogue } from './download';
import { lookUpEvent } from './lookUp';
import { manageCatalogues } from './manage';
import { Pages } from './pages';
import { showWarning } from '../../workspace/notices';
import { registerCommand } from '../../workspace/command';

/** The commands around the event catalogue, and what is said when one of the settings cannot be read. */
export function registerCatalogues(services: Services): vscode.Disposable {
  const { catalogues } = services;
  const pages = new Pages(catalogues.onDidChange);
  return vscode.Disposable.from(
    pages,
    registerCommand('trail.addCatalogue', (uris?: unknown, options?: AddOptions) =>
      addCatalogue(services, pages, urisOf(uris), options),
    ),
    registerCommand('trail.manageCatalogues', () => manageCatalogues(catalogues, pages)),
    registerCommand('trail.downloadCatalogue', () => downloadCatalogue(services, pages)),
    registerCommand('trail.lookUpEvent', (query?: unknown) => {
      lookUpEvent(services, pages, typeof query === 'string' ? query : '');
    }),
    tellProblems(catalogues, pages),
  );
}

function urisOf(value: unknown): readonly vscode.Uri[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter((uri) => uri instanceof vscode.Uri);
  return list.length > 0 ? list : undefined;
}

/** Says once what a configured catalogue could not give; again only when that has changed. */
function tellProblems(catalogues: Catalogues, pages: Pages): vscode.Disposable {
  const told = new Map<string, string>();
  return catalogues.onDidChange(() => {
    for (const { entry, result } of catalogues.configured) {
      const state = JSON.stringify(result.problems);
      if (told.get(entry) === state) continue;
      told.set(entry, state);
      if (result.problemCount === 0) continue;
      const show = vscode.l10n.t('Show What Could Not Be Read');
      const text = vscode.l10n.t('Event catalogue {0}: {1}.', entry, unreadText(result.problemCount));
      void showWarning(text, show).then((action) => {
        if (action === show) return pages.show('problems', entry, () => problemsPage(entry, result));
        return undefined;
      });
    }
  });
}
