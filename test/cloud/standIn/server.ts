import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { type Event } from '../logs';
import { lookUpEvents } from './actionTrail';
import { type LogStoreStandIn } from './logService';
import { type Got, read, type Reply, rpcError } from './request';
import { type Keys, refusal } from './signatures';

/** What a stand-in does with a request before it answers as usual: another reply, or `cut` to end the connection. */
export type Hook = (got: Got, number: number) => Reply | 'cut' | undefined;

export interface StandInOptions {
  readonly keys: Keys;
  /** The events of ActionTrail, by the host that was asked. */
  readonly events?: (host: string) => readonly Event[];
  readonly store?: LogStoreStandIn;
  readonly trails?: readonly unknown[];
  /** The time of the service, ms since 1970. */
  readonly now?: () => number;
}

/** The services on this machine, speaking the documented protocols. */
export class StandIn {
  readonly got: Got[] = [];
  /** What is done with a request first. */
  hook: Hook = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly options: StandInOptions,
    readonly origin: string,
  ) {}

  static async start(options: StandInOptions): Promise<StandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const standIn = new StandIn(server, options, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void read(request)
        .then((got) => standIn.answer(got, response))
        .catch(() => response.destroy());
    });
    return standIn;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The requests for an operation so far. */
  of(action: string): readonly Got[] {
    return this.got.filter((one) => one.action === action);
  }

  private async answer(got: Got, response: ServerResponse): Promise<void> {
    this.got.push(got);
    const hooked = this.hook(got, this.of(got.action).length);
    if (hooked === 'cut') {
      response.socket?.destroy();
      return;
    }
    this.reply(got, hooked ?? (await this.usual(got)), response);
  }

  private reply(got: Got, { status, json, headers = {} }: Reply, response: ServerResponse): void {
    const bytes = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
    const accepted = got.headers['accept-encoding'] ?? '';
    // GetLogsV2 says in headers of its own how it is packed, and its `gzip` is what zlib writes.
    const isPacked = got.action === 'GetLogsV2' && status === 200 && /gzip|deflate/.test(accepted);
    const date = new Date(this.options.now?.() ?? Date.now()).toUTCString();
    const packed = isPacked ? { 'x-log-compresstype': 'gzip', 'x-log-bodyrawsize': String(bytes.length) } : {};
    response.writeHead(status, { 'content-type': 'application/json', date, ...headers, ...packed });
    response.end(isPacked ? (this.of('GetLogsV2').length % 2 === 0 ? gzipSync(bytes) : deflateSync(bytes)) : bytes);
  }

  private async usual(got: Got): Promise<Reply> {
    if (got.action === 'Metadata') return metadata(got);
    const { keys, events = () => [], store, trails = [], now = Date.now } = this.options;
    const refused = refusal(got, keys, now());
    if (refused !== undefined) return refused;
    switch (got.action) {
      case 'LookupEvents':
        return lookUpEvents(got, events(String(got.headers.host)), now());
      case 'DescribeTrails':
        return { status: 200, json: { RequestId: '00000000-0000-4000-8000-00000000000B', TrailList: trails } };
      case 'AssumeRole':
        return assumeRole(got);
      case 'GetLogs':
      case 'GetLogsV2':
        return store?.getLogs(got) ?? rpcError(404, 'LogStoreNotExist', 'none');
      case 'GetHistograms':
        return store?.getHistograms(got) ?? rpcError(404, 'LogStoreNotExist', 'none');
      default:
        return rpcError(404, 'InvalidAction.NotFound', got.action);
    }
  }
}

/** The key that the stand-in gives for a role and for an instance. */
export const TEMPORARY = { id: 'STS.exampleTemporary', secret: 'exampleTemporarySecret', token: 'exampleToken/+=' };
const CREDENTIALS = {
  AccessKeyId: TEMPORARY.id,
  AccessKeySecret: TEMPORARY.secret,
  SecurityToken: TEMPORARY.token,
  Expiration: '2099-01-01T00:00:00Z',
};

function assumeRole(got: Got): Reply {
  if (got.query.get('RoleArn') !== 'acs:ram::1187000000004544:role/reader')
    return rpcError(404, 'EntityNotExist.Role', 'The role not exists.');
  return { status: 200, json: { RequestId: '00000000-0000-4000-8000-00000000000C', Credentials: CREDENTIALS } };
}

/** In token mode only. */
function metadata(got: Got): Reply {
  if (got.path === '/latest/api/token')
    return got.method === 'PUT' && got.headers['x-aliyun-ecs-metadata-token-ttl-seconds'] !== undefined
      ? { status: 200, json: 'metadata-token' }
      : { status: 403, json: '' };
  if (got.headers['x-aliyun-ecs-metadata-token'] !== 'metadata-token') return { status: 403, json: '' };
  const role = got.path.slice('/latest/meta-data/ram/security-credentials/'.length);
  return role === '' ? { status: 200, json: 'instance-role' } : { status: 200, json: { Code: 'Success', ...CREDENTIALS } };
}
