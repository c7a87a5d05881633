import { type Answer, foreign, textOf } from './answer';
import { type AccessKey, type Action, type Call, type Endpoint, type SignedRequest } from './call';
import { CloudError, type ConnectionFault, kindOf, type Refusal } from './failure';
import { sign } from './sign';
import { unpacked } from './unpack';

/** What carries requests. */
export interface Wire {
  /** Sends a request, of an operation or to the metadata service, and gives what came, whatever its status; throws CloudError where nothing whole came. */
  send(
    request: SignedRequest,
    action?: Action,
  ): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly bytes: Uint8Array }>;
  /** Waits; throws CloudError where the user cancels meanwhile. */
  sleep(ms: number): Promise<void>;
  /** ms since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Told of each answer: nothing in it is secret. */
  readonly log?: (entry: WireEntry) => void;
}

export interface WireEntry {
  readonly host: string;
  readonly action: Action;
  /** 0 where no answer came. */
  readonly status: number;
  readonly requestId: string;
  readonly ms: number;
}

export interface WireOptions {
  readonly key: AccessKey;
  readonly endpoint?: Endpoint;
}

/** Waits between tries, in ms. */
const WAITS: readonly number[] = [1_000, 2_000, 4_000, 8_000];
/** Tries without an answer: nobody may be there. */
const UNHEARD = 2;
const LONGEST_WAIT = 60_000;
/** LookupEvents may be asked twice a second. */
const PACE: Readonly<Partial<Record<Action, number>>> = { LookupEvents: 500 };
/** Beyond that it is the clock that is wrong, not the network that is slow; ms. */
const SKEW = 60_000;
const LONGEST_MESSAGE = 500;

/** Asks the services: signs, keeps the pace, waits and asks again where a service is busy or broken. */
export class Asker {
  private readonly next = new Map<Action, number>();

  constructor(
    private readonly wire: Wire,
    private readonly options: WireOptions,
  ) {}

  /** The answer to a call, a refusal too; throws CloudError where none came. */
  async ask(call: Call): Promise<Answer> {
    for (let tries = 0; ; tries++) {
      const asked = await this.once(call);
      const wait = WAITS[tries];
      const isUnheard = asked instanceof CloudError;
      if (wait === undefined || !isWorthATry(asked) || (isUnheard && tries >= UNHEARD)) {
        if (isUnheard) throw asked;
        return asked.answer;
      }
      const usual = wait * (0.75 + this.wire.random() / 2);
      const wanted = isUnheard ? 0 : (asked.retryAfter ?? 0) * 1_000;
      await this.wire.sleep(Math.min(LONGEST_WAIT, Math.max(usual, wanted)));
    }
  }

  private async once(call: Call): Promise<Asked | CloudError> {
    await this.keepPace(call.action);
    const { wire } = this;
    const { key, endpoint } = this.options;
    const started = wire.now();
    const circumstances = { ...(endpoint === undefined ? {} : { endpoint }), now: started, nonce: crypto.randomUUID() };
    const request = await sign(call, key, circumstances);
    const tell = (status: number, requestId: string): void =>
      wire.log?.({ host: new URL(request.url).host, action: call.action, status, requestId, ms: wire.now() - started });
    try {
      const { status, headers, bytes } = await wire.send(request, call.action);
      const text = decoded(bytes, headers);
      const json = parsed(text);
      const requestId = headers['x-log-requestid'] ?? headers['x-acs-request-id'] ?? textOf(json, 'RequestId');
      tell(status, requestId);
      if (status === 200) {
        if (json === undefined) throw foreign(call, status);
        return { answer: { text, json, headers } };
      }
      if (status >= 300 && status < 400)
        throw new CloudError({ kind: 'connection', host: call.host, fault: 'redirect', detail: originOf(headers['location']) });
      const refusal = refusalOf(json, status, requestId, key, started, headers['date']);
      const retryAfter = Number(headers['retry-after'] ?? NaN);
      return { answer: { refusal }, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.fault.kind === 'connection') tell(0, '');
      return error.fault.kind === 'connection' ? error : Promise.reject(error);
    }
  }

  private async keepPace(action: Action): Promise<void> {
    const pace = PACE[action];
    if (pace === undefined) return;
    const now = this.wire.now();
    const at = Math.max(now, this.next.get(action) ?? 0);
    this.next.set(action, at + pace);
    if (at > now) await this.wire.sleep(at - now);
  }
}

interface Asked {
  readonly answer: Answer;
  /** In how many seconds the service wants to be asked again. */
  readonly retryAfter?: number;
}

const AGAIN: readonly ConnectionFault[] = ['network', 'timeout'];

function isWorthATry(asked: Asked | CloudError): boolean {
  if (asked instanceof CloudError) return asked.fault.kind === 'connection' && AGAIN.includes(asked.fault.fault);
  const { refusal } = asked.answer;
  if (refusal === undefined) return false;
  const kind = kindOf(refusal);
  return kind === 'busy' || kind === 'unavailable';
}

/** Empty where it cannot be unpacked: then it is no answer. */
function decoded(bytes: Uint8Array, headers: Readonly<Record<string, string>>): string {
  try {
    return new TextDecoder().decode(unpacked(bytes, headers));
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function originOf(location: string | undefined): string {
  try {
    return new URL(location ?? '').origin;
  } catch {
    return '';
  }
}

function refusalOf(
  json: unknown,
  status: number,
  requestId: string,
  key: AccessKey,
  now: number,
  date: string | undefined,
): Refusal {
  const code = textOf(json, 'errorCode') || textOf(json, 'Code');
  const message = textOf(json, 'errorMessage') || textOf(json, 'Message');
  const ahead = date === undefined ? NaN : now - Date.parse(date);
  return {
    status,
    code: withoutKey(code, key).slice(0, 100),
    message: withoutKey(message, key).slice(0, LONGEST_MESSAGE),
    ...(requestId === '' ? {} : { requestId }),
    ...(Math.abs(ahead) > SKEW ? { ahead } : {}),
  };
}

/** A service that refuses a signature repeats what was signed, and the header of a temporary key is part of that. */
function withoutKey(text: string, { id, secret, token }: AccessKey): string {
  let plain = text;
  for (const part of [secret, token, id]) if (part !== undefined && part !== '') plain = plain.replaceAll(part, '***');
  return plain;
}
