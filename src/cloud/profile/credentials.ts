import { type Machine } from '../../platform/platform';
import { type AccessKey, type Endpoint } from '../call';
import { CloudError } from '../failure';
import { type Wire } from '../wire';
import { chosenSource, variable } from './choice';
import { type Profile } from './config';
import { keyOf } from './key';
import { configOf, runCommand } from './machine';

/** Where a key is to come from, and by what. */
export interface CredentialOptions {
  /** The name of a profile; without one, what the environment and the configuration choose. */
  readonly profile?: string;
  readonly endpoint?: Endpoint;
  /** Whether the command of a profile may be run. */
  readonly mayRun: (profile: Profile) => boolean | Promise<boolean>;
}

/** A key, made anew. */
export interface Credentials {
  readonly key: AccessKey;
  /** Of the environment or of the profile; empty where neither names one. */
  readonly region: string;
}

/** The key that somebody chose. Throws CloudError. */
export async function credentialsOf(
  { profile: name, endpoint, mayRun }: CredentialOptions,
  wire: Wire,
  machine: Machine,
): Promise<Credentials> {
  const environment = (variableName: string): string => machine.environment(variableName);
  const hasOwn = name === undefined && chosenSource(undefined, undefined, environment) !== undefined;
  const config = hasOwn ? undefined : await configOf(machine);
  const source = chosenSource(name, config, environment);
  const region = variable(environment, 'REGION_ID');
  if (source === undefined)
    throw new CloudError({ kind: 'profile', problem: name === undefined ? 'no-file' : 'no-profile', profile: name ?? '' });
  if (source.kind === 'environment') return { key: source.key, region };
  const { profile } = source;
  const key = await keyOf(profile, {
    wire,
    config: config ?? { current: '', profiles: [] },
    ...(endpoint === undefined ? {} : { endpoint }),
    run: async (one) => {
      if (!(await mayRun(one))) throw new CloudError({ kind: 'profile', problem: 'command-forbidden', profile: one.name });
      return runCommand(one, machine);
    },
  });
  return { key, region: region === '' ? profile.region : region };
}
