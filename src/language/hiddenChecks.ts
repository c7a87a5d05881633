import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { type Services } from '../workspace/services';
import { hiddenByWorkspace, SECTION } from '../workspace/severities';
import { StatusRemark } from './statusRemark';

/** Says in the language status how many checks the settings of the workspace switch off: a folder of logs may come with settings that hide what is in them. */
export function registerHiddenChecks({ trails }: Services): vscode.Disposable {
  const remark = new StatusRemark('trail.hiddenChecks', vscode.l10n.t('ActionTrail Log: Workspace Settings'));
  const update = (): void => {
    const document = trails.active?.document;
    const { off, hints } = document === undefined ? { off: 0, hints: 0 } : hiddenByWorkspace(document);
    const number = (count: number): string => count.toLocaleString(vscode.env.language);
    remark.show(
      off + hints === 0
        ? undefined
        : {
            text: vscode.l10n.t('Checks switched off by the workspace: {0}', number(off)),
            detail: hints === 0 ? '' : vscode.l10n.t('hints only: {0}', number(hints)),
            command: {
              command: 'workbench.action.openWorkspaceSettings',
              title: vscode.l10n.t('Show Settings'),
              arguments: [{ query: SECTION }],
            },
          },
    );
  };
  update();
  return together(
    remark,
    trails.onDidChangeActive(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SECTION)) update();
    }),
  );
}
