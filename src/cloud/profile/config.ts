import { parse, type ParseError } from 'jsonc-parser';
import { listOf, member, textOf } from '../answer';
import { CloudError } from '../failure';

/** How a profile comes by its key. The first eight are supported. */
const MODES = [
  'AK',
  'StsToken',
  'RamRoleArn',
  'ChainableRamRoleArn',
  'EcsRamRole',
  'CloudSSO',
  'OAuth',
  'External',
  'CredentialsURI',
  'OIDC',
  'BearerToken',
  'Anonymous',
  'RsaKeyPair',
  'RamRoleArnWithRoleName',
] as const;

/** A profile of the CLI's configuration. It holds keys: only what needs them gets it. */
export interface Profile {
  readonly name: string;
  /** One of the 14 known ones; as it is written, where it is none of them. */
  readonly mode: string;
  readonly region: string;
  readonly id: string;
  readonly secret: string;
  readonly token: string;
  /** When a cached key ends; seconds since 1970, 0 where nothing says so. */
  readonly expires: number;
  readonly roleName: string;
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string;
  /** For how long a role is taken, in seconds; 0: as the service likes. */
  readonly duration: number;
  readonly stsRegion: string;
  readonly source: string;
  readonly command: string;
}

export interface Config {
  readonly current: string;
  readonly profiles: readonly Profile[];
}

/** The CLI's configuration. Throws CloudError where it is no JSON; nothing of its text is in the error, for keys stand in it. */
export function readConfig(text: string): Config {
  const errors: ParseError[] = [];
  const root = parse(text, errors, { allowTrailingComma: true, disallowComments: false }) as unknown;
  const profiles = listOf(member(root, 'profiles'));
  if (errors.length > 0 || profiles === undefined) throw new CloudError({ kind: 'profile', problem: 'bad-file', profile: '' });
  return { current: textOf(root, 'current'), profiles: profiles.map(profileOf).filter(({ name }) => name !== '') };
}

/** A profile from JSON, as the configuration and the answer of an external command hold it. */
export function profileOf(json: unknown): Profile {
  const text = (name: string): string => textOf(json, name);
  const number = (name: string): number => Number(text(name)) || 0;
  const profile = {
    name: text('name'),
    region: text('region_id'),
    id: text('access_key_id'),
    secret: text('access_key_secret'),
    token: text('sts_token'),
    expires: number('sts_expiration'),
    roleName: text('ram_role_name'),
    roleArn: text('ram_role_arn'),
    sessionName: text('ram_session_name'),
    externalId: text('external_id'),
    duration: number('expired_seconds'),
    stsRegion: text('sts_region'),
    source: text('source_profile'),
    command: text('process_command'),
  };
  return { ...profile, mode: modeOf(text('mode'), profile) };
}

/** Modes are compared without case; without one, what is there tells. */
function modeOf(written: string, { id, secret, token, roleArn, roleName, command }: Omit<Profile, 'mode'>): string {
  if (written !== '') return MODES.find((mode) => mode.toLowerCase() === written.toLowerCase()) ?? written;
  if (id !== '' && secret !== '') return token !== '' ? 'StsToken' : roleArn !== '' ? 'RamRoleArn' : 'AK';
  if (roleName !== '') return 'EcsRamRole';
  return command === '' ? '' : 'External';
}
