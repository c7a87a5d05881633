import { type AccessKey, type Endpoint } from '../call';
import { CloudError, type ProfileProblem } from '../failure';
import { Asker, type Wire } from '../wire';
import { type Config, type Profile, profileOf } from './config';
import { instanceKey } from './instance';
import { roleCall, roleKey } from './role';

/** What keys are made with besides the configuration. */
export interface KeyContext {
  readonly wire: Wire;
  readonly config: Config;
  readonly endpoint?: Endpoint;
  /** Runs the command of a profile without a shell and gives what it printed; throws CloudError where it may not, or fails. */
  readonly run: (profile: Profile) => Promise<string>;
}

/** Source profiles in a row; a file with more is wrong. */
const LONGEST_CHAIN = 10;

/** The key of a profile, made anew. Throws CloudError that says why there is none, without a key in it. */
export async function keyOf(profile: Profile, context: KeyContext, chain: readonly string[] = []): Promise<AccessKey> {
  const { name, mode } = profile;
  switch (mode) {
    case 'AK':
      return stored({ ...profile, token: '' });
    case 'StsToken':
      if (profile.token === '') throw problem('no-key', name);
      return stored(profile);
    case 'CloudSSO':
    case 'OAuth':
      return cached(profile, context);
    case 'RamRoleArn':
      return roleOf(stored(profile), profile, context);
    case 'ChainableRamRoleArn':
      return roleOf(await sourceKey(profile, context, chain), profile, context);
    case 'EcsRamRole':
      return instanceKey(context.wire, profile.roleName, name, context.endpoint);
    case 'External':
      return external(profile, context, chain);
    default:
      throw problem('unsupported', name, mode);
  }
}

function problem(code: ProfileProblem, profile: string, detail?: string): CloudError {
  return new CloudError({ kind: 'profile', problem: code, profile, ...(detail === undefined ? {} : { detail }) });
}

function stored({ name, id, secret, token }: Profile): AccessKey {
  if (id === '' || secret === '') throw problem('no-key', name);
  return { id, secret, ...(token === '' ? {} : { token }) };
}

/** The key that the CLI keeps in its file: we neither renew it nor write there. */
function cached(profile: Profile, { wire }: KeyContext): AccessKey {
  const { name, expires, token } = profile;
  if (expires * 1_000 <= wire.now() || token === '') throw problem('expired', name);
  return stored(profile);
}

async function roleOf(key: AccessKey, profile: Profile, { wire, endpoint }: KeyContext): Promise<AccessKey> {
  if (profile.roleArn === '') throw problem('no-role', profile.name);
  const call = roleCall(profile);
  const asker = new Asker(wire, { key, ...(endpoint === undefined ? {} : { endpoint }) });
  return roleKey(call, await asker.ask(call));
}

function sourceKey({ name, source }: Profile, context: KeyContext, chain: readonly string[]): Promise<AccessKey> {
  const found = context.config.profiles.find((one) => one.name === source);
  if (found === undefined) throw problem('no-source', name, source);
  if (source === name || chain.includes(source) || chain.length >= LONGEST_CHAIN) throw problem('source-circle', name, source);
  return keyOf(found, context, [...chain, name]);
}

/** What the command prints is a profile without a name. */
async function external(profile: Profile, context: KeyContext, chain: readonly string[]): Promise<AccessKey> {
  if (profile.command.trim() === '') throw problem('no-command', profile.name);
  const text = await context.run(profile);
  let json: unknown;
  try {
    json = JSON.parse(text) as unknown;
  } catch {
    throw problem('command-failed', profile.name);
  }
  const given = { ...profileOf(json), name: profile.name };
  if (given.mode === 'External' || chain.length >= LONGEST_CHAIN) throw problem('command-failed', profile.name);
  return keyOf(given, context, [...chain, profile.name]);
}
