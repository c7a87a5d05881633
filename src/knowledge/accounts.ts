import { isMasked } from './masks';

/** How an account id is written: real digits, masked, not there, or something that no account id is. */
export type AccountIdKind = 'digits' | 'masked' | 'empty' | 'bad';

/** Account ids have 5 to 16 digits (facts 1.2). */
const DIGITS = /^[0-9]{5,16}$/;
const MASKED_DIGITS = /^[0-9*xX.…-]+$/;

/** Tells how an account id (accountId, recipientAccountId, owner_id) is written. Source: facts 1.2. */
export function accountIdKind(text: string): AccountIdKind {
  if (text === '') return 'empty';
  if (DIGITS.test(text)) return 'digits';
  return isMasked(text) && MASKED_DIGITS.test(text) ? 'masked' : 'bad';
}
