import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { FindingCode } from '../checks/finding';
import { Disposable } from './disposable';
import { numberOf } from './display';
import { inBackground } from './faults';
import { showInfo } from './notices';
import { type Services } from './services';
import { isSeverity, objectOf, SECTION } from './severities';
import { together } from './together';

/** A file of settings, and how it is written to: settings tell the old ones, one for each code, from members of the new one nowhere else. */
export interface SettingsFile {
  readonly uri: vscode.Uri;
  readonly target: vscode.ConfigurationTarget;
  /** The folder whose settings they are. */
  readonly scope?: vscode.Uri;
}

/** What a file of settings holds of the old ones: severities by their codes. */
export interface OldSeverities {
  readonly file: SettingsFile;
  readonly severities: ReadonlyMap<string, string>;
}

/** Offers, once a session, to move severities that were set one by one into the one setting of today. */
export function registerOldSeverities(services: Services): vscode.Disposable {
  return together(new Offer(services));
}

class Offer extends Disposable {
  private isMade = false;

  constructor(private readonly services: Services) {
    super();
    const look = (): void => {
      inBackground(services.faults, () => this.look());
    };
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SECTION)) look();
      }),
    );
    look();
  }

  private async look(): Promise<void> {
    const wanted = (): Promise<readonly OldSeverities[]> => oldSeverities(settingsFiles(this.services.context));
    const found = await wanted();
    if (found.length === 0 || this.isMade || this.isDisposed) return;
    this.isMade = true;
    const count = found.reduce((sum, { severities }) => sum + severities.size, 0);
    const move = vscode.l10n.t('Move to trail.severity');
    const text = vscode.l10n.t('The checks have one setting now, trail.severity. Old ones still count: {0}.', numberOf(count));
    if ((await showInfo(text, move)) !== move) return;
    // They may have been edited while the question was open.
    for (const old of await wanted()) await moveSeverities(old);
  }
}

/** The files whose settings count here. */
function settingsFiles({ globalStorageUri }: vscode.ExtensionContext): readonly SettingsFile[] {
  const { workspaceFile, workspaceFolders = [], isTrusted } = vscode.workspace;
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const user: SettingsFile = { uri: vscode.Uri.joinPath(globalStorageUri, '../../settings.json'), target: Global };
  if (!isTrusted) return [user];
  const folders = workspaceFolders.map(({ uri }): SettingsFile => ({
    uri: vscode.Uri.joinPath(uri, '.vscode/settings.json'),
    target: workspaceFile === undefined ? Workspace : WorkspaceFolder,
    scope: uri,
  }));
  return [user, ...(workspaceFile === undefined ? [] : [{ uri: workspaceFile, target: Workspace }]), ...folders];
}

/** What some files of settings hold of the old ones; files that are not there, or not to be read here, hold nothing. */
export async function oldSeverities(files: readonly SettingsFile[]): Promise<readonly OldSeverities[]> {
  const found: OldSeverities[] = [];
  for (const file of files) {
    const severities = severitiesIn(await textOf(file.uri), file);
    if (severities.size > 0) found.push({ file, severities });
  }
  return found;
}

/** Moves the old settings of a file into the one of today, where they are the same file's; what that says already stays. */
export async function moveSeverities({ file: { target, scope }, severities }: OldSeverities): Promise<void> {
  const settings = vscode.workspace.getConfiguration(undefined, scope);
  const set = valueIn(settings.inspect<unknown>(SECTION), target);
  await settings.update(SECTION, { ...Object.fromEntries(severities), ...objectOf(set) }, target);
  for (const code of severities.keys()) await settings.update(`${SECTION}.${code}`, undefined, target);
}

function severitiesIn(text: string, { target, scope }: SettingsFile): ReadonlyMap<string, string> {
  const root = objectOf(parse(text) as unknown);
  const settings = 'folders' in root ? objectOf(root['settings']) : root;
  const inForce = objectOf(valueIn(vscode.workspace.getConfiguration(undefined, scope).inspect<unknown>(SECTION), target));
  const severities = new Map<string, string>();
  for (const code of Object.values(FindingCode)) {
    const value = settings[`${SECTION}.${code}`];
    // A file that is not in force, such as that of another profile, is left alone.
    if (isSeverity(value) && code in inForce) severities.set(code, value);
  }
  return severities;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

function valueIn(
  set: { readonly globalValue?: unknown; readonly workspaceValue?: unknown; readonly workspaceFolderValue?: unknown } | undefined,
  target: vscode.ConfigurationTarget,
): unknown {
  if (target === vscode.ConfigurationTarget.Global) return set?.globalValue;
  return target === vscode.ConfigurationTarget.Workspace ? set?.workspaceValue : set?.workspaceFolderValue;
}
