import { type Sink } from '../kinds';
import { matches } from './matches';

/** A number inside of a longer one, or of a word, is none. */
const MOBILE =
  /(?<![\dA-Za-z.])(?:(?:\+|00)?\(?86\)?[- ]?)?(?:1[3-9]\d(?:[- ]?\d{4}){2}|1[3-9]\d\.\d{4}\.\d{4}|\(1[3-9]\d\)[- ]?\d{4}[- ]?\d{4})(?![\dA-Za-z]|[.-]\d)/g;
/** With the code of a town: `0571-85022088`, `(010) 12345678`. */
const LANDLINE = /(?<![\d+A-Za-z.-])(?:(?:\+|00)86[- ]?)?\(?0\d{2,3}\)?[- ]\d{7,8}(?![\dA-Za-z]|[.-]\d)/g;
/** `+1 415 555 0100`. */
const ABROAD = /(?<![\dA-Za-z:.])\+[1-9]\d{0,2}(?:[- .]?\(?\d{1,5}\)?){2,5}(?![\dA-Za-z:]|[.-]\d)/g;
const IDENTITY =
  /(?<![\dA-Za-z.])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z]|\.\d)/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** Digits of a number that is dialled. */
const FEWEST = 8;
const MOST = 15;

/** Phone numbers of China, and others with `+`. */
export function findPhones(text: string, sink: Sink): void {
  if (/1[3-9]\d/.test(text))
    for (const [phone] of matches(text, MOBILE)) {
      sink('phones', phone);
      sink('phones', dialled(phone));
    }
  if (text.includes('0')) for (const [phone] of matches(text, LANDLINE)) sink('phones', phone);
  if (!text.includes('+')) return;
  for (const [phone] of matches(text, ABROAD)) {
    const digits = phone.replace(/\D/g, '').length;
    if (digits >= FEWEST && digits <= MOST) sink('phones', phone);
  }
}

/** The digits of a phone number without the code of China. */
export function dialled(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
}

/** Identity numbers of persons in China: a place, a day, and a sign that checks the others. */
export function findIdentityNumbers(text: string, sink: Sink): void {
  for (const [number] of matches(text, IDENTITY)) if (isIdentityNumber(number)) sink('identityNumbers', number);
}

/** Whether the last sign of 18 is the one that the others ask for. */
export function isIdentityNumber(number: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(number.charAt(index)), 0);
  return number.length === 18 && CHECKS.charAt(sum % 11) === number.charAt(17).toUpperCase();
}
