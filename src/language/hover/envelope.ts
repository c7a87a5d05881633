import { fieldAt } from '../../knowledge/fields';
import { type Surroundings, type Answer } from './explain';
import { explainField } from './fieldKey';
import { explainTime } from './time';

/** What stands around the events of a response (facts 2): these names, nothing else outside of events is explained. */
const NAMES = /^(?:events|nextToken|requestId|startTime|endTime|statusCode|headers|body)$/i;
const MEMBER = /"([A-Za-z]{4,12})"\s*:\s*(?:"([^"\\]{0,200})")?/g;

/** What a key or value around the events says; `text` is a stretch of the log around the cursor, outside of any event. */
export function explainAround(text: string, offset: number, { now }: Surroundings): Answer | undefined {
  for (const match of text.matchAll(MEMBER)) {
    const [whole, name = '', value] = match;
    const end = match.index + whole.length;
    if (offset >= end) continue;
    if (offset < match.index || !NAMES.test(name)) return undefined;
    const field = fieldAt([name]);
    if (field === undefined) return undefined;
    const keyEnd = match.index + name.length + 2;
    if (offset < keyEnd) return { start: match.index, end: keyEnd, explanations: [explainField(field, name)] };
    const start = value === undefined ? end : end - value.length - 2;
    if (value === undefined || offset < start) return undefined;
    const said = field.kind === 'time' ? explainTime(value, now) : explainField(field, name);
    return said && { start, end, explanations: [said] };
  }
  return undefined;
}
