import { isSuccess } from '../knowledge/errors';
import { isMasked } from '../knowledge/masks';
import { nearValue } from '../knowledge/nearValue';
import { decodeLiteral } from '../trail/scan/literal';
import { type Tape, Token } from '../trail/scan/tape';
import { type Finding, FindingCode } from './finding';
import { Slot } from './names';
import { difference, isSameRange, valueInside } from './sameText';

/** The tokens of the values that are compared, by slot; -1 where the event does not have one. */
export type Slots = Int32Array;

type Report = (code: FindingCode, start: number, end: number, data: Finding['data']) => void;

export const CATEGORIES: readonly string[] = ['Management', 'Data', 'Insight'];

/** The rules that compare the members of one event with each other. On an event in which all is well they make no string. */
export function checkEventRules(text: string, tape: Tape, slots: Slots, report: Report): void {
  const at = (slot: Slot): number => slots[slot] as number;
  checkCategory(text, tape, at(Slot.EventCategory), report);
  const response = at(Slot.ResponseElements);
  const outcome = response >= 0 && tape.kind(response) === Token.OpenObject ? readResponse(text, tape, response) : NOTHING;
  if (outcome.requestId >= 0) checkRequestId(text, tape, at(Slot.RequestId), outcome.requestId, report);
  checkFailure(text, tape, at(Slot.ErrorCode), at(Slot.ErrorMessage), outcome, report);
  const json = at(Slot.RequestParameterJson);
  const parameters = at(Slot.RequestParameters);
  if (json >= 0 && parameters >= 0) checkParameters(text, tape, parameters, json, report);
}

interface Response {
  /** The token of the request id in the response; -1 where there is none. */
  readonly requestId: number;
  /** The token of what says that the request succeeded, and which it says. */
  readonly success: number;
  readonly succeeded: boolean;
}

const NOTHING: Response = { requestId: -1, success: -1, succeeded: false };

/** What a response says of its request: the keys are those of the service's API, in either casing. */
function readResponse(text: string, tape: Tape, open: number): Response {
  let requestId = -1;
  let success = -1;
  let succeeded = false;
  const close = Math.min(tape.end(open), tape.length - 1);
  for (let key = open + 1; key < close && tape.kind(key) === Token.Key; key = tape.next(key + 1)) {
    const value = key + 1;
    if (value >= close || tape.kind(value) === Token.Key) return NOTHING;
    const start = tape.start(key) + 1;
    const length = tape.end(key) - start - 1;
    const first = text.charCodeAt(start) | 0x20;
    if (length === 9 && first === 0x72 && text.startsWith('equestId', start + 1)) {
      if (tape.kind(value) === Token.String) requestId = value;
    } else if (length === 7 && first === 0x73 && text.startsWith('uccess', start + 1)) {
      const quote = tape.kind(value) === Token.String ? 1 : 0;
      const isTrue = text.startsWith('true', tape.start(value) + quote) || text.startsWith('True', tape.start(value) + quote);
      const isFalse = text.startsWith('false', tape.start(value) + quote) || text.startsWith('False', tape.start(value) + quote);
      if (isTrue || isFalse) {
        success = value;
        succeeded = isTrue;
      }
    }
  }
  return { requestId, success, succeeded };
}

function checkCategory(text: string, tape: Tape, value: number, report: Report): void {
  if (value < 0 || tape.kind(value) !== Token.String) return;
  const start = tape.start(value) + 1;
  const length = tape.end(value) - start - 1;
  for (const known of CATEGORIES) if (known.length === length && text.startsWith(known, start)) return;
  const written = decodeLiteral(text, tape.start(value), tape.end(value));
  const suggestion = nearValue(written, CATEGORIES);
  if (suggestion !== undefined)
    report(FindingCode.UnknownValue, tape.start(value), tape.end(value), { field: 'eventCategory', value: written, suggestion });
}

function checkRequestId(text: string, tape: Tape, own: number, other: number, report: Report): void {
  if (own < 0 || tape.kind(own) !== Token.String) return;
  const [start, end] = [tape.start(own), tape.end(own)];
  const [from, to] = [tape.start(other), tape.end(other)];
  if (end - start <= 2 || to - from <= 2 || isSameRange(text, start, end, text, from, to)) return;
  const id = text.slice(start + 1, end - 1);
  const inResponse = text.slice(from + 1, to - 1);
  if (id.toLowerCase() === inResponse.toLowerCase() || isMasked(id) || isMasked(inResponse)) return;
  report(FindingCode.RequestIdMismatch, from, to, { id, other: inResponse });
}

function checkFailure(text: string, tape: Tape, error: number, message: number, response: Response, report: Report): void {
  const code = error < 0 ? '' : scalar(text, tape, error);
  if (!isEmpty(tape, error) && !isSuccess(code)) {
    if (response.success >= 0 && response.succeeded)
      report(FindingCode.ErrorWithoutFailure, tape.start(error), tape.end(error), { error: code });
    return;
  }
  if (response.success >= 0 && !response.succeeded)
    report(FindingCode.FailureWithoutError, tape.start(response.success), tape.end(response.success), {});
  else if (error >= 0 && code !== '') return;
  else if (message >= 0 && tape.kind(message) === Token.String && tape.end(message) - tape.start(message) > 2) {
    if (!isSuccess(scalar(text, tape, message)))
      report(FindingCode.FailureWithoutError, tape.start(message), tape.end(message), {});
  }
}

function checkParameters(text: string, tape: Tape, parameters: number, json: number, report: Report): void {
  const written = valueInside({ text, tape, index: json });
  if (written === undefined) return;
  const kind = tape.kind(parameters);
  if (kind !== Token.OpenObject && kind !== Token.String) return;
  const name = difference({ text, tape, index: parameters }, written);
  if (name !== undefined) report(FindingCode.ParametersDiffer, tape.start(json - 1), tape.end(json - 1), { name });
}

function isEmpty(tape: Tape, value: number): boolean {
  return value < 0 || (tape.kind(value) === Token.String && tape.end(value) - tape.start(value) <= 2);
}

/** The text of a scalar; `null`, objects and arrays are none. */
function scalar(text: string, tape: Tape, value: number): string {
  const kind = tape.kind(value);
  if (kind === Token.String) return decodeLiteral(text, tape.start(value), tape.end(value));
  if (kind !== Token.Number && kind !== Token.Word) return '';
  return text.slice(tape.start(value), tape.end(value));
}
