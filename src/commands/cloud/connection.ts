import * as vscode from 'vscode';
import { type Action, originOf } from '../../cloud/call';
import { CloudError, isCloudError } from '../../cloud/failure';
import { environmentKey } from '../../cloud/profile/choice';
import { type Profile } from '../../cloud/profile/config';
import { credentialsOf } from '../../cloud/profile/credentials';
import { wireOf } from '../../cloud/transport';
import { Asker, type WireEntry } from '../../cloud/wire';
import { type HttpGet } from '../../platform/http';
import { type Machine } from '../../platform/platform';
import { cloudMessage } from '../../words/cloudMessages';
import { confirm, showError } from '../../workspace/notices';
import { type Consent, type Purpose } from './consent';
import { endpointFor } from './endpoints';

/** What is asked for, of whom, by whose key. */
export interface Errand {
  readonly profile: string | undefined;
  readonly action: Action;
  readonly hosts: readonly string[];
  readonly purpose: Purpose;
}

/** The ways out of the editor: each request is agreed to before, signed with a key that is read anew, and noted. */
export class Connection {
  constructor(
    private readonly get: HttpGet,
    private readonly machine: Machine,
    private readonly consent: Consent,
    private readonly note: (entry: WireEntry) => void,
  ) {}

  /** Asks the user whether requests may be sent. Throws CloudError where they do not agree. */
  agree({ action, hosts, purpose }: Errand): Promise<void> {
    const asked = hosts.map((host) => new URL(originOf(`https://${host}`, endpointFor)).host);
    return this.consent.ask(asked, action, purpose);
  }

  /** Who asks the services until a signal ends it. Throws CloudError where there is no key. */
  async asker({ profile, purpose }: Errand, signal: AbortSignal): Promise<Asker> {
    const wire = this.consent.guard(wireOf(this.get, signal, this.note), purpose);
    if (profile === undefined && environmentKey((name) => this.machine.environment(name)) === undefined)
      throw new CloudError({ kind: 'profile', problem: 'no-file', profile: '' });
    const chosen = { ...(profile === undefined ? {} : { profile }), endpoint: endpointFor, mayRun: mayRunCommand };
    const { key } = await credentialsOf(chosen, wire, this.machine);
    return new Asker(wire, { key, endpoint: endpointFor });
  }
}

/** The command of a profile is shown before it is run. */
function mayRunCommand({ name, command }: Profile): Promise<boolean> {
  const question = vscode.l10n.t('Run the command of the profile "{0}" to get a key?', name);
  return vscode.workspace.isTrusted
    ? confirm(question, vscode.l10n.t('Run'), { detail: command, isWarning: true })
    : Promise.resolve(false);
}

/** Tells why a search failed; what a user has cancelled is not told. Other errors are thrown on. */
export function tellFault(error: unknown): void {
  if (!isCloudError(error)) throw error;
  if (error.fault.kind !== 'cancelled') void showError(cloudMessage(error.fault, vscode.l10n.t));
}
