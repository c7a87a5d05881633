/** A request with a credential in it: it goes to the host that it was made for, and to no other. */
export interface HttpMessage {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** One request: a GET without credentials where it has no message. */
export interface HttpRequest {
  readonly url: string;
  readonly message?: HttpMessage;
  readonly signal: AbortSignal;
  /** The answer's limit, unpacked; bytes. */
  readonly most: number;
  /** For how long nothing may come before the request is given up; ms. */
  readonly idle: number;
  /** For how long the whole answer may take; ms. */
  readonly total?: number;
}

/** What a server answered, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** In how many seconds the server wants to be asked again. */
  readonly retryAfter?: number;
}

/**
 * Why there is no whole answer.
 *
 * - `cancelled`: by the user.
 * - `timeout`: nothing came for too long.
 * - `too-large`: more came than is taken.
 * - `redirect`: to another host than the one that the user agreed to, or round in circles; with a credential, any.
 * - `insecure`: a credential would be sent where others can read it.
 * - `network`: no connection, or one that broke off.
 */
export type HttpFault = 'cancelled' | 'timeout' | 'too-large' | 'redirect' | 'insecure' | 'network';

export class HttpError extends Error {
  constructor(
    readonly fault: HttpFault,
    detail: string,
  ) {
    super(detail);
    this.name = 'HttpError';
  }
}

/** Told by its name: the platform comes in a bundle of its own, with classes of its own. */
export function isHttpError(error: unknown): error is HttpError {
  return error instanceof Error && error.name === 'HttpError';
}

/** Fetches; throws HttpError. Goes through the proxy of VS Code's settings, and to no other host than that of the address. */
export type HttpGet = (request: HttpRequest) => Promise<HttpAnswer>;

/** Where a key may be asked for without TLS: this machine, and the metadata service of an ECS instance. */
const NEAR = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|100\.100\.100\.200)$/;

/** Whether a credential may be sent to an address: by https, and by http only where nobody is between. */
export function mayCarryCredential(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && NEAR.test(hostname));
}

/** Calls back when nothing has happened for a while. */
export class IdleTimer {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly idle: number,
    private readonly expired: () => void,
  ) {
    this.again();
  }

  again(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.expired, this.idle);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
