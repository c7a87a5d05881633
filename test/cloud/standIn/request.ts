import { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** A request that a stand-in got. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The operation: what the header or the path says. */
  readonly action: string;
}

/** What a stand-in answers. */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads a whole request. */
export async function read(request: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const { headers, method = 'GET' } = request;
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
    action: actionOf(headers, method, url),
  };
}

function actionOf(headers: IncomingHttpHeaders, method: string, url: URL): string {
  const named = headers['x-acs-action'];
  if (typeof named === 'string') return named;
  if (url.pathname.startsWith('/latest/')) return 'Metadata';
  if (method === 'POST' && /^\/logstores\/[^/]+\/logs$/.test(url.pathname)) return 'GetLogsV2';
  if (url.searchParams.get('type') === 'histogram') return 'GetHistograms';
  return url.searchParams.get('type') === 'log' ? 'GetLogs' : '';
}

/** The error of an RPC operation. */
export function rpcError(status: number, code: string, message: string): Reply {
  return {
    status,
    json: { Code: code, Message: message, RequestId: '00000000-0000-4000-8000-000000000001', HostId: 'stand-in' },
  };
}

/** The error of Log Service. */
export function logError(status: number, code: string, message: string): Reply {
  return { status, json: { errorCode: code, errorMessage: message }, headers: { 'x-log-requestid': '0123456789ABCDEF01234567' } };
}
