import * as vscode from 'vscode';
import { builtin } from '../../knowledge/catalogue';
import { namesIn } from '../../knowledge/lazyFile';
import { type Catalogues } from '../../workspace/catalogues';
import { type Stored } from '../../workspace/catalogueStore';
import { type Configured, nameOf } from '../../workspace/configuredCatalogues';
import { conflictsText, unreadText } from './amounts';
import { eventCount } from '../../workspace/display';
import { type Pages } from './pages';
import { setPage, sourceText } from './setPage';
import { confirm } from '../../workspace/notices';
import { inBackground } from '../../workspace/faults';
import { type Services } from '../../workspace/services';
import { visible } from '../../words/visible';
import { iconText } from '../../words/iconText';

interface Item extends vscode.QuickPickItem {
  readonly run?: () => Thenable<unknown>;
  readonly remove?: () => Thenable<unknown>;
}

const remove = (): vscode.QuickInputButton => ({ iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove') });
const settings = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('gear'),
  tooltip: vscode.l10n.t('Open Settings'),
});

/** *Trail: Manage Event Catalogues…*: what explains event names, in the order of trust. */
export async function manageCatalogues({ catalogues, faults }: Services, pages: Pages): Promise<void> {
  await catalogues.whenReady();
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Event Catalogues, the Most Trusted First');
  pick.placeholder = vscode.l10n.t('Select one to see what it holds and what could not be read');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const fill = (): void => {
    pick.items = itemsOf(catalogues, pages);
  };
  fill();
  const changed = catalogues.onDidChange(fill);
  pick.onDidTriggerItemButton(({ item }) => {
    inBackground(faults, () => (item.remove ?? item.run)?.());
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    inBackground(faults, () => item?.run?.());
  });
  pick.onDidHide(() => {
    changed.dispose();
    pick.dispose();
  });
  pick.show();
}

function itemsOf(catalogues: Catalogues, pages: Pages): readonly Item[] {
  return [
    ...(vscode.workspace.isTrusted ? [] : [untrustedItem()]),
    ...catalogues.configured.map((each) => configuredItem(each, pages)),
    ...catalogues.imported.map((each) => importedItem(each, catalogues, pages)),
    builtinItem(),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Add Event Catalogue…'),
      iconPath: new vscode.ThemeIcon('add'),
      run: () => vscode.commands.executeCommand('trail.addCatalogue'),
    },
    {
      label: vscode.l10n.t('Download Event Catalogue…'),
      iconPath: new vscode.ThemeIcon('cloud-download'),
      run: () => vscode.commands.executeCommand('trail.downloadCatalogue'),
    },
    ...(catalogues.imported.length === 0
      ? []
      : [
          {
            label: vscode.l10n.t('Remove Event Catalogue…'),
            iconPath: new vscode.ThemeIcon('trash'),
            run: () => removeOne(catalogues),
          },
        ]),
  ];
}

/** Whether the workspace names catalogues cannot be told: VS Code keeps such settings of an untrusted one to itself. */
function untrustedItem(): Item {
  return {
    iconPath: new vscode.ThemeIcon('shield'),
    label: vscode.l10n.t('Catalogues of this workspace are not read'),
    description: vscode.l10n.t('It is not trusted. Select this to manage trust.'),
    run: () => vscode.commands.executeCommand('workbench.trust.manage'),
  };
}

function importedItem({ id, set, reason }: Stored, catalogues: Catalogues, pages: Pages): Item {
  const buttons = [remove()];
  const drop = (): Thenable<unknown> => confirmRemoval(nameOfSet({ id, set }), () => catalogues.remove(id));
  if (set === undefined)
    return {
      iconPath: new vscode.ThemeIcon('error'),
      label: id,
      detail: vscode.l10n.t('The stored set is damaged: {0}', iconText(reason ?? '')),
      buttons,
      remove: drop,
    };
  const { meta, files } = set;
  const name = sourceText(meta.source);
  const date = new Date(meta.date);
  const facts = [
    meta.origin === 'download' ? vscode.l10n.t('Downloaded') : vscode.l10n.t('Imported'),
    Number.isNaN(date.getTime()) ? '' : date.toLocaleString(vscode.env.language),
    eventCount(meta.count),
    languagesText(meta.languages),
  ].filter((fact) => fact !== '');
  const { problems, problemCount } = meta;
  return {
    iconPath: new vscode.ThemeIcon('library'),
    label: iconText(name),
    description: facts.join(' · '),
    detail: [conflictsText(meta.conflicts), unreadText(problemCount)].filter((text) => text !== '').join(' · '),
    buttons,
    remove: drop,
    run: () => pages.show('sets', name, () => setPage({ title: name, facts, problems, problemCount, files, builtin: builtin() })),
  };
}

function configuredItem(each: Configured, pages: Pages): Item {
  const { entry, trust, result } = each;
  const facts = [
    trust === 'workspace' ? vscode.l10n.t('Workspace settings') : vscode.l10n.t('User settings'),
    eventCount(result.count),
    languagesText(result.languages),
  ].filter((fact) => fact !== '');
  const { problems, problemCount, files } = result;
  return {
    iconPath: new vscode.ThemeIcon(problemCount > 0 ? 'warning' : 'settings'),
    label: iconText(entry),
    description: facts.join(' · '),
    ...(problemCount > 0 && { detail: unreadText(problemCount) }),
    buttons: [settings()],
    remove: () => vscode.commands.executeCommand('workbench.action.openSettings', 'trail.catalogues'),
    run: () =>
      pages.show('sets', nameOf(each), () => setPage({ title: entry, facts, problems, problemCount, files, builtin: builtin() })),
  };
}

function builtinItem(): Item {
  let count = 0;
  for (const file of builtin().files()) count += [...namesIn(file)].length;
  return {
    label: vscode.l10n.t('Built in'),
    iconPath: new vscode.ThemeIcon('package'),
    description: eventCount(count),
  };
}

function languagesText(languages: readonly ('zh' | 'en')[]): string {
  return languages.map((language) => (language === 'zh' ? vscode.l10n.t('Chinese') : vscode.l10n.t('English'))).join(', ');
}

function nameOfSet({ id, set }: Pick<Stored, 'id' | 'set'>): string {
  return set === undefined ? id : sourceText(set.meta.source);
}

/** The way by keyboard: the keys of a list do not reach the buttons in it. */
async function removeOne(catalogues: Catalogues): Promise<void> {
  const items = catalogues.imported.map((stored) => ({
    label: iconText(nameOfSet(stored)),
    description: stored.set === undefined ? '' : eventCount(stored.set.meta.count),
    stored,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Remove Event Catalogue') });
  if (picked !== undefined) await confirmRemoval(nameOfSet(picked.stored), () => catalogues.remove(picked.stored.id));
}

async function confirmRemoval(name: string, drop: () => Promise<void>): Promise<void> {
  const yes = vscode.l10n.t('Remove');
  const question = vscode.l10n.t('Remove the event catalogue {0}?', visible(name));
  if (await confirm(question, yes, { isWarning: true })) await drop();
}
