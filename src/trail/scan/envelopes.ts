import { Char, isSpace, skipSpace } from './chars';

const WINDOW = 4096;
const HEAD =
  /^\{[^{}[\]]*(?:"(?:headers|Headers)"\s*:\s*\{[^{}]*\}[^{}[\]]*)?(?:"(?:body|Body|data|Data|result|Result)"\s*:\s*\{[^{}[\]]*)?"(?:Events|events|logs|data|Data)"\s*:\s*\[/;

/** Whether the object at an offset begins like a response, which may be damaged: nothing but plain members stands before its list of events. */
export function beginsEnvelope(text: string, at: number): boolean {
  return HEAD.test(text.slice(at, at + WINDOW));
}

/** Whether an object or nothing stands at the start of the list: its elements may be events. */
export function opensObject(text: string, at: number): boolean {
  const unit = text.charCodeAt(skipSpace(text, at));
  return unit === Char.OpenBrace || unit === Char.CloseBracket || Number.isNaN(unit) || unit === Char.Slash;
}

/** Empty objects that are told as one row: whoever takes rows looks at the clock in between. */
const MOST = 4_096;

/** Whether an empty object stands at an offset. */
export function isEmptyObject(text: string, at: number): boolean {
  return text.charCodeAt(at) === Char.OpenBrace && text.charCodeAt(at + 1) === Char.CloseBrace;
}

/** The offset of the empty object behind white space and commas; -1 where something else follows. */
export function nextEmptyObject(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); unit === Char.Comma || isSpace(unit); unit = text.charCodeAt(at)) at++;
  return isEmptyObject(text, at) ? at : -1;
}

/** The offset behind the empty objects that follow each other from the one at `at` on; not of all, where they are many. */
export function emptyObjectsEnd(text: string, at: number): number {
  let end = at + 2;
  for (let count = 1; count < MOST; count++) {
    const next = nextEmptyObject(text, end);
    if (next < 0) break;
    end = next + 2;
  }
  return end;
}
