import { type AccessKey, type Endpoint, originOf } from '../call';
import { CloudError } from '../failure';
import { type Wire } from '../wire';
import { keyIn } from './role';

const METADATA = 'http://100.100.100.200';
const KEYS = '/latest/meta-data/ram/security-credentials/';
/** For how long the token of the metadata service is good, in seconds. */
const LIFE = '60';

/** The key of the role of the ECS instance that this runs on, by the metadata service in token mode. An empty name: the role that it has. */
export async function instanceKey(wire: Wire, name: string, profile: string, endpoint?: Endpoint): Promise<AccessKey> {
  const base = originOf(METADATA, endpoint);
  const ask = async (method: 'GET' | 'PUT', path: string, headers: Readonly<Record<string, string>>): Promise<string> => {
    const { status, bytes } = await wire.send({ method, url: `${base}${path}`, headers, body: new Uint8Array() });
    if (status !== 200) throw new CloudError({ kind: 'profile', problem: 'no-instance-role', profile });
    return new TextDecoder().decode(bytes).trim();
  };
  const token = await ask('PUT', '/latest/api/token', { 'x-aliyun-ecs-metadata-token-ttl-seconds': LIFE, 'content-length': '0' });
  const headers = { 'x-aliyun-ecs-metadata-token': token };
  const role = name === '' ? await ask('GET', KEYS, headers) : name;
  const key = keyOf(await ask('GET', `${KEYS}${encodeURIComponent(role)}`, headers));
  if (key === undefined) throw new CloudError({ kind: 'profile', problem: 'no-instance-role', profile });
  return key;
}

function keyOf(text: string): AccessKey | undefined {
  try {
    return keyIn(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
