import { type Machine } from '../../platform/platform';
import { CloudError } from '../failure';
import { type Config, type Profile, readConfig } from './config';

/** Where the CLI keeps its profiles, below the home folder. */
const CONFIG = '.aliyun/config.json';
/** Set to 1, no profile may run a command. */
const FORBIDDEN = 'ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS';

/** The CLI's profiles on this machine, read anew; undefined where there are none. Throws CloudError where they cannot be read. */
export async function configOf(machine: Machine): Promise<Config | undefined> {
  let text: string | undefined;
  try {
    text = await machine.readHome(CONFIG);
  } catch {
    throw new CloudError({ kind: 'profile', problem: 'bad-file', profile: '' });
  }
  return text === undefined ? undefined : readConfig(text);
}

/** Runs the command of a profile. Throws CloudError where it may not be run, or fails. */
export async function runCommand({ name, command }: Profile, machine: Machine): Promise<string> {
  if (machine.environment(FORBIDDEN) === '1')
    throw new CloudError({ kind: 'profile', problem: 'command-forbidden', profile: name });
  try {
    return await machine.run(command.trim().split(/\s+/));
  } catch {
    throw new CloudError({ kind: 'profile', problem: 'command-failed', profile: name });
  }
}
