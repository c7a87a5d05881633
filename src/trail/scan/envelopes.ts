import { Char, skipSpace } from './chars';

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
