import { isSuccess } from '../knowledge/errors';
import { ByteWindow } from '../trail/scan/byteWindow';
import { Char } from '../trail/scan/chars';
import { LeadReader } from '../trail/scan/leadReader';
import { Behind, Leads } from '../trail/scan/leads';
import { Flag } from '../trail/scan/row';
import { type Tape } from '../trail/scan/tape';
import { Budget } from './budget';
import { CATEGORIES } from './eventRules';
import { type Finding, FindingCode } from './finding';
import { InResponse, type LeadRule, LeadRules } from './leadRules';
import { Place, Slot } from './names';
import { type RowValues } from './rowValues';
import { isSecret } from './secrets';
import { Shapes } from './shapes';
import { short } from './short';
import { checkString, isRemarkable, type Report } from './stringValues';
import { isPlainTime } from './values';

/** What is known of records that have the same leads. */
class Familiars {
  readonly rules: LeadRules;
  readonly shapes = new Shapes();

  constructor(top: Place) {
    this.rules = new LeadRules(top);
  }
}

/** Rows of which no more than this is known may be familiar: whole records without a mistake, an event or a string that holds one. */
const PLAIN = Flag.Event | Flag.Marked | Flag.Likely | Flag.MultiLine | Flag.SameLine;
const IN_STRING = PLAIN | Flag.Escaped | Flag.Sls;
const LETTER_N = 0x6e;
const NO_VALUES: RowValues = { documentedName: undefined, near: [] };

/**
 * Checks records that have the same names in the same order as others before them, which had no finding by their names: only values are looked at. Whatever
 * it has a doubt of it leaves to the checks that read a record completely; its findings are theirs.
 */
export class FamiliarChecker {
  private readonly leads = new Leads();
  private readonly escapedLeads = new Leads(true);
  private readonly window = new ByteWindow();
  private readonly inner = new LeadReader(this.escapedLeads, this.window);
  private readonly outer = new LeadReader(this.leads, this.window, this.inner);
  private readonly events = new Familiars(Place.Event);
  private readonly around = new Familiars(Place.Open);
  private readonly inside = new Familiars(Place.Event);
  private isRead = false;
  private isWrapped = false;
  private findings: Finding[] = [];
  private budget = new Budget();
  /** Where the record starts, and what its columns say of its values. */
  private base = 0;
  private values: RowValues = NO_VALUES;

  /** The text that comes next may be another one. */
  forget(): void {
    this.window.clear();
  }

  /** Findings are made from now on while a budget has room for them. */
  spend(budget: Budget): void {
    this.budget = budget;
  }

  /** The findings in the record between two offsets of the text; those of the findings are counted from its start. Undefined where it has to be read completely. */
  check(text: string, offset: number, end: number, flags: number, values: RowValues): Finding[] | undefined {
    this.isWrapped = (flags & Flag.Escaped) !== 0;
    this.isRead = (flags & ~(this.isWrapped ? IN_STRING : PLAIN)) === 0 && this.outer.read(text, offset) === end;
    this.base = offset;
    this.values = values;
    if (!this.isRead || this.outer.holder >= 0 !== this.isWrapped) return undefined;
    this.findings = [];
    if (!this.isWrapped) return this.checkValues(text, this.outer, this.events, false) ? this.findings : undefined;
    const isChecked =
      this.checkValues(text, this.outer, this.around, false) && this.checkValues(text, this.inner, this.inside, true);
    return isChecked ? this.findings : undefined;
  }

  /** The record that was checked last has been read completely: remembers whether its names were sound, and those of what is around its event. */
  remember(isSound: boolean, isSoundAround: boolean): void {
    if (!this.isRead || this.outer.holder >= 0 !== this.isWrapped) return;
    const { outer, inner } = this;
    const of = this.isWrapped ? this.around : this.events;
    if (of.shapes.isSound(outer) === undefined) of.shapes.add(outer, this.isWrapped ? isSoundAround : isSound);
    if (this.isWrapped && this.inside.shapes.isSound(inner) === undefined) this.inside.shapes.add(inner, isSound);
  }

  /** Learns the names of a record without mistakes that was not known. */
  learn(text: string, tape: Tape): void {
    if (this.outer.isUnknown) this.leads.learn(text, tape);
  }

  /** Learns those of an event in a string, as it is when decoded once. */
  learnInner(text: string, tape: Tape): void {
    if (this.inner.isUnknown) this.escapedLeads.learn(text, tape);
  }

  private checkValues(text: string, reader: LeadReader, { rules, shapes }: Familiars, isInside: boolean): boolean {
    if (shapes.isSound(reader) !== true) return false;
    const { leads, starts, ends, odd, count, holder } = reader;
    const values = { error: -1, message: -1, request: -1, response: -1, succeeded: false, failed: false };
    for (let index = 0; index < count; index++) {
      const lead = leads[index] as (typeof leads)[number];
      const rule = rules.of(lead);
      const start = starts[index] as number;
      if (lead.behind === Behind.Scalar) {
        if (!isGoodScalar(text.charCodeAt(start), rule)) return false;
        if (rule.slot === Slot.ErrorCode || rule.slot === Slot.ErrorMessage) return false;
        if (rule.inResponse === InResponse.Success) values[text.startsWith('true', start) ? 'succeeded' : 'failed'] = true;
        continue;
      }
      const end = ends[index] as number;
      if (index === holder) {
        this.report(FindingCode.EscapedJson, start - 1, end + 1, () => ({ levels: '1' }));
        continue;
      }
      if (!this.checkText(text, start, end, odd[index] === 1, isInside)) return false;
      if (rule.isSecret && (odd[index] === 1 || isSecret(text.slice(start, end)))) return false;
      if (rule.check !== undefined && !(rule.isTime && isPlainTime(text, start, end))) {
        if (odd[index] === 1 || rule.check(text.slice(start, end)) !== undefined) return false;
      }
      if (rule.slot >= 0 && !this.checkColumn(text, start, end, rule.slot, odd[index] === 1, isInside)) return false;
      if (rule.inResponse === InResponse.RequestId) values.response = index;
      else if (rule.inResponse === InResponse.Success)
        values[/^[tT]rue/.test(text.slice(start, end)) ? 'succeeded' : 'failed'] = true;
      else if (rule.slot === Slot.ErrorCode) values.error = index;
      else if (rule.slot === Slot.ErrorMessage) values.message = index;
      else if (rule.slot === Slot.RequestId) values.request = index;
      else if (rule.slot === Slot.EventCategory && !CATEGORIES.includes(text.slice(start, end))) return false;
    }
    return (
      isSame(text, reader, values.request, values.response) &&
      isOutcomeSound(textOf(text, reader, values.error), textOf(text, reader, values.message), values)
    );
  }

  /** What is known of a value by its column; false where it has to be read completely. */
  private checkColumn(text: string, start: number, end: number, slot: number, isOdd: boolean, isInside: boolean): boolean {
    const { documentedName, near } = this.values;
    const isName = slot === Slot.EventName && documentedName !== undefined;
    const found = near.length === 0 ? undefined : near.find((one) => one.slot === slot);
    if (!isName && found === undefined) return true;
    if (isOdd || near.length > 1 || (isName && found !== undefined)) return false;
    const inside = isInside ? { inside: '1' } : {};
    const quote = isInside ? 2 : 1;
    if (isName)
      this.report(FindingCode.EventNameCase, start - quote, end + quote, () => ({
        name: short(text.slice(start, end)),
        documented: documentedName,
        ...inside,
      }));
    else if (found !== undefined)
      this.report(found.code, start - quote, end + quote, () => ({
        field: found.field,
        value: short(text.slice(start, end)),
        suggestion: found.suggestion,
        ...inside,
      }));
    return true;
  }

  private report(code: FindingCode, start: number, end: number, data: () => Finding['data']): void {
    const unkept = this.budget.unkept(code);
    this.findings.push(unkept ?? { code, start: start - this.base, end: end - this.base, data: data() });
  }

  /** Checks a string as such; false where it has to be read completely. */
  private checkText(text: string, start: number, end: number, isOdd: boolean, isInside: boolean): boolean {
    if (!isOdd && !isRemarkable(text.charCodeAt(start))) return true;
    const literal = isInside && isOdd ? decoded(text.slice(start, end)) : `"${text.slice(start, end)}"`;
    if (literal === undefined || (isOdd && decoded(literal.slice(1, -1)) === undefined)) return false;
    // The quotes inside of a string are two units each.
    const [from, to] = isInside ? [start - 2, end + 2] : [start - 1, end + 1];
    let isWhole = true;
    const report: Report = (code, at, behind, data) => {
      if (!isInside) this.report(code, from + at, from + behind, data);
      else if (at === 0 && behind === literal.length) this.report(code, from, to, () => ({ ...data(), inside: '1' }));
      else isWhole = false;
    };
    checkString(literal, 0, literal.length, false, report);
    return isWhole;
  }
}

/** What the content of a string stands for, in quotes; undefined where it is not sound. */
function decoded(content: string): string | undefined {
  try {
    return `"${JSON.parse(`"${content}"`) as string}"`;
  } catch {
    return undefined;
  }
}

/** Whether a number, `true`, `false` or `null` may be the value. */
function isGoodScalar(first: number, { types }: LeadRule): boolean {
  if (types === undefined || first === LETTER_N) return true;
  return types.has(first > Char.Nine ? 'boolean' : 'number');
}

/** Whether two ids are the same, or one of them is not there. */
function isSame(text: string, { starts, ends }: LeadReader, own: number, other: number): boolean {
  if (own < 0 || other < 0) return true;
  const start = starts[own] as number;
  const from = starts[other] as number;
  const length = (ends[own] as number) - start;
  if (length === 0 || length !== (ends[other] as number) - from) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
  return true;
}

function textOf(text: string, { starts, ends }: LeadReader, index: number): string {
  return index < 0 ? '' : text.slice(starts[index], ends[index]);
}

/** Whether what an event says of its outcome fits together without a closer look. */
function isOutcomeSound(
  error: string,
  message: string,
  response: { readonly succeeded: boolean; readonly failed: boolean },
): boolean {
  return error === '' ? !response.failed && message === '' : !isSuccess(error) && !response.succeeded;
}
