import * as vscode from 'vscode';
import { type Action } from '../../cloud/call';
import { CloudError } from '../../cloud/failure';
import { type Wire } from '../../cloud/wire';
import { confirm } from '../../workspace/notices';

/** What is sent, in lines for the question. */
export type Purpose = (action: Action | undefined) => readonly string[];

/** Whom the user has agreed to be asked, in this session: for each operation and host they are asked once. Nothing is sent before. */
export class Consent {
  private readonly agreed = new Set<string>();

  /** Asks for the hosts that are not agreed to yet, in one question. Throws CloudError where the user does not agree. */
  async ask(hosts: readonly string[], action: Action | undefined, purpose: Purpose): Promise<void> {
    const fresh = hosts.filter((host) => !this.agreed.has(keyOf(host, action)));
    if (fresh.length === 0) return;
    const detail = [
      vscode.l10n.t('Host: {0}', fresh.join(', ')),
      vscode.l10n.t('Operation: {0}', action ?? vscode.l10n.t('key of the RAM role of this ECS instance')),
      ...purpose(action),
    ].join('\n');
    if (!(await confirm(vscode.l10n.t('Send requests to Alibaba Cloud?'), vscode.l10n.t('Send'), { detail })))
      throw new CloudError({ kind: 'cancelled' });
    for (const host of fresh) this.agreed.add(keyOf(host, action));
  }

  /** A wire that sends nothing to whom the user has not agreed. */
  guard(wire: Wire, purpose: Purpose): Wire {
    return {
      ...wire,
      send: async (request, action) => {
        await this.ask([new URL(request.url).host], action, purpose);
        return wire.send(request, action);
      },
    };
  }
}

function keyOf(host: string, action: Action | undefined): string {
  return `${action ?? ''} ${host}`;
}
