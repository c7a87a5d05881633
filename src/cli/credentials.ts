import { type AccessKey } from '../cloud/call';
import { CloudError } from '../cloud/failure';
import { chosenSource, variable } from '../cloud/profile/choice';
import { keyOf } from '../cloud/profile/key';
import { configOf, runCommand } from '../cloud/profile/machine';
import { type Wire } from '../cloud/wire';
import { type Machine } from '../platform/platform';
import { type CloudOptions } from './cloudOptions';

/** The key, and the region of its profile or of the environment; empty where neither names one. Throws CloudError. */
export async function credentialsOf(
  { profile: name, endpoint }: Pick<CloudOptions, 'profile' | 'endpoint'>,
  wire: Wire,
  machine: Machine,
): Promise<{ readonly key: AccessKey; readonly region: string }> {
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
    run: (one) => {
      // Only who names a profile wants its command to run.
      if (name === undefined) throw new CloudError({ kind: 'profile', problem: 'command-forbidden', profile: one.name });
      return runCommand(one, machine);
    },
  });
  return { key, region: region === '' ? profile.region : region };
}
