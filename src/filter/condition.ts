import { type FieldName } from './field';
import { writeTerm } from './write';

/** A value of a field, as a condition can ask for it. */
export interface FieldText {
  readonly field: FieldName;
  readonly value: string;
}

/** A value that events are grouped by, as the filter writes it. */
export function valueText(field: FieldName, value: string): string {
  return field === 'hour' && value !== '' ? String(Number(value)) : value;
}

/** The condition that only the events with a value meet, or all others. */
export function termOf({ field, value }: FieldText, isNot: boolean): string {
  // An hour that is missing is that of an event without a time.
  if (field === 'hour' && value === '') return isNot ? 'time:*' : '-time:*';
  return writeTerm(field, value, isNot);
}
