import { type AccessKey } from '../call';
import { type Config, type Profile } from './config';

/** Where a key comes from: the environment, or a profile. */
export type KeySource =
  { readonly kind: 'environment'; readonly key: AccessKey } | { readonly kind: 'profile'; readonly profile: Profile };

/** Reads a variable of the environment; empty where it is not set. */
export type Environment = (name: string) => string;

/** The vendor's prefixes for its variables, the usual one first. */
const PREFIXES = ['ALIBABA_CLOUD_', 'ALIBABACLOUD_', 'ALICLOUD_'] as const;

/** A variable under the first of the vendor's prefixes that has it; empty where none has. */
export function variable(environment: Environment, name: string): string {
  return PREFIXES.map((prefix) => environment(`${prefix}${name}`)).find((value) => value !== '') ?? '';
}

/** The key in the environment, where a whole one is there. */
export function environmentKey(environment: Environment): AccessKey | undefined {
  const [id = '', secret = '', token = ''] = ['ACCESS_KEY_ID', 'ACCESS_KEY_SECRET', 'SECURITY_TOKEN'].map((name) =>
    variable(environment, name),
  );
  return id === '' || secret === '' ? undefined : { id, secret, ...(token === '' ? {} : { token }) };
}

/**
 * Where the key comes from when nobody says: the environment, else the profile that ALIBABA_CLOUD_PROFILE names, else the current one. With a name it is
 * the profile of that name. Undefined where there is none.
 */
export function chosenSource(
  name: string | undefined,
  config: Config | undefined,
  environment: Environment,
): KeySource | undefined {
  const key = name === undefined ? environmentKey(environment) : undefined;
  if (key !== undefined) return { kind: 'environment', key };
  const wanted = name ?? (variable(environment, 'PROFILE') || (config?.current ?? ''));
  const profile = config?.profiles.find((one) => one.name === wanted);
  return profile === undefined ? undefined : { kind: 'profile', profile };
}
