/** What the services are asked for; nothing else ever is. */
export type Action = 'LookupEvents' | 'DescribeTrails' | 'GetLogsV2' | 'GetHistograms' | 'AssumeRole';

/** A request before it is signed and addressed. */
export interface Call {
  readonly action: Action;
  readonly method: 'GET' | 'POST';
  /** The host of the service, without a scheme. */
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** How it is signed: an RPC of a version, or Log Service in a region. */
  readonly api: { readonly kind: 'rpc'; readonly version: string } | { readonly kind: 'log'; readonly region: string };
}

/** What requests are signed with. It stays in the closure of a run: never in settings, state, addresses, logs or messages. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Of a temporary key. */
  readonly token?: string;
}

/** A request as it is sent. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Scheme, host and port in place of those of every request, or of those to some hosts: `http://127.0.0.1:8080`. */
export type Endpoint = string | ((host: string) => string | undefined);

/** What a signature takes besides key and call. */
export interface Circumstances {
  readonly endpoint?: Endpoint;
  /** ms since 1970. */
  readonly now: number;
  /** A text that is used once. */
  readonly nonce: string;
}

/** Where a call goes. */
export function addressOf({ host, path }: Call, endpoint: Endpoint | undefined): URL {
  return new URL(path, originOf(`https://${host}`, endpoint));
}

/** Scheme, host and port that are asked in place of those of an address. */
export function originOf(address: string, endpoint: Endpoint | undefined): string {
  const { hostname, origin } = new URL(address);
  const other = typeof endpoint === 'function' ? endpoint(hostname) : endpoint;
  return other === undefined ? origin : new URL(other).origin;
}
