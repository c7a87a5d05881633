import { type Finding } from './finding';

/** Reasons of findings that say that a bound was reached: what lies behind their place was not looked at, or is not listed. */
export const LIMIT_REASONS = ['too-deep', 'too-long', 'too-many', 'long-gap'] as const;
export type LimitReason = (typeof LIMIT_REASONS)[number];

const REASONS: ReadonlySet<string | undefined> = new Set(LIMIT_REASONS);

/** The bound that a finding says was reached; undefined for one that says what is wrong. */
export function limitOf({ data: { reason } }: Finding): LimitReason | undefined {
  return REASONS.has(reason) ? (reason as LimitReason) : undefined;
}
