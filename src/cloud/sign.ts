import { signRpc } from './acs3';
import { type AccessKey, type Call, type Circumstances, type SignedRequest } from './call';
import { signLog } from './sls4';

/** A call as it is sent, signed as its service wants it. */
export function sign(call: Call, key: AccessKey, circumstances: Circumstances): Promise<SignedRequest> {
  const { api } = call;
  return api.kind === 'rpc' ? signRpc(call, api.version, key, circumstances) : signLog(call, api.region, key, circumstances);
}
