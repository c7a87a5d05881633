/** One GET request. */
export interface HttpRequest {
  readonly url: string;
  readonly signal: AbortSignal;
  /** The answer's limit, unpacked; bytes. */
  readonly most: number;
  /** For how long nothing may come before the request is given up; ms. */
  readonly idle: number;
}

/** What a server answered, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** In how many seconds the server wants to be asked again. */
  readonly retryAfter?: number;
}

/**
 * Why there is no whole answer.
 *
 * - `cancelled`: by the user.
 * - `timeout`: nothing came for too long.
 * - `too-large`: more came than is taken.
 * - `redirect`: to another host than the one that the user agreed to, or round in circles.
 * - `network`: no connection, or one that broke off.
 */
export type HttpFault = 'cancelled' | 'timeout' | 'too-large' | 'redirect' | 'network';

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
