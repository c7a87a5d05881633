import { type Call } from './call';
import { CloudError, type Refusal } from './failure';

/** What came back for a call. */
export type Answer =
  | { readonly refusal?: undefined; readonly text: string; readonly json: unknown; readonly headers: Headers }
  | { readonly refusal: Refusal };

export type Headers = Readonly<Record<string, string>>;

/** An answer that is none of a service: a page of a proxy, or other JSON than expected. */
export function foreign({ action, host }: Call, status = 200): CloudError {
  return new CloudError({ kind: 'foreign', action, host, status });
}

/** Throws where the call was refused. */
export function accepted(call: Call, answer: Answer): Exclude<Answer, { readonly refusal: Refusal }> {
  if (answer.refusal === undefined) return answer;
  throw new CloudError({ kind: 'refused', action: call.action, host: call.host, refusal: answer.refusal });
}

/** The member of an object that came as JSON. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The same where it is a text; empty otherwise. */
export function textOf(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}
