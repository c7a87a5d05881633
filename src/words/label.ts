import { visible } from './visible';
import { iconText } from './iconText';

/** Labels longer than this are cut. */
const MAX_LABEL = 120;

/** A value of the log as a label: nothing in it hides or moves, and spaces alone are seen. Empty for the empty value. */
export function label(value: string): string {
  const text = visible(value, MAX_LABEL);
  return text !== '' && text.trim() === '' ? `"${text}"` : text;
}

/** The same for a list to pick from, which draws `$(…)` as an icon. */
export function iconLabel(value: string): string {
  return iconText(label(value));
}
