import { FIELDS } from '../filter/field';
import { type FilterProblem, type FilterProblemCode } from '../filter/problem';
import { type Translate } from './messages';
import { visible } from './visible';

const MESSAGES: Readonly<Record<Exclude<FilterProblemCode, 'unknown-field' | 'bad-value'>, string>> = {
  'missing-value': 'A value is missing behind the field, without a space between.',
  'missing-condition': 'A condition is missing here.',
  'unclosed-quote': 'The closing quote is missing.',
  'unclosed-parenthesis': 'The closing parenthesis is missing.',
  'unopened-parenthesis': 'No parenthesis is open here.',
  'expected-or': 'Values in parentheses are divided by "|"; put one that holds signs into quotes.',
  'bad-operator': 'Only times and hours can be compared by "<" and ">".',
  'bad-time': 'This is no time such as 2020-12-01, 2020-12-01T12:00 or 2020-12-01T12:00:00Z.',
  'bad-hour': 'This is no hour from 0 to 23, such as 9 or 9..17.',
  'bad-network': 'This is no network such as 10.0.0.0/8 or 2001:db8::/32.',
  'too-long': 'The filter is too long.',
  'too-deep': 'Conditions are nested too deeply.',
};

/** What is wrong with a filter, in words. `text` is that of the filter. */
export function filterMessage({ code, field, start, end }: FilterProblem, text: string, t: Translate): string {
  const written = visible(text.slice(start, end));
  if (code === 'unknown-field')
    return t('There is no field "{0}". Put text that holds a colon into quotes. Fields: {1}.', written, fieldNames());
  if (code === 'bad-value') {
    const words = FIELDS.find(({ name }) => name === field)?.words ?? [];
    return t('"{0}" takes one of: {1}.', field ?? '', words.join(', '));
  }
  return t(MESSAGES[code]);
}

function fieldNames(): string {
  return FIELDS.map(({ name }) => name).join(', ');
}
