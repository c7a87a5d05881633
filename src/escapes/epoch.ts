export interface Epoch {
  readonly unit: 'seconds' | 'milliseconds';
  /** Since 1970-01-01T00:00:00Z. */
  readonly milliseconds: number;
}

/** Alibaba Cloud was founded in 2009: an earlier time is some other number. */
const EARLIEST = Date.UTC(2009, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Whole seconds (10 digits) or milliseconds (13 digits) from 2009 up to, not including, 2100. A value given as text is read digit by
 * digit; one with sign, point or exponent is no epoch.
 */
export function detectEpoch(value: string | number): Epoch | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  const unit = /^\d{10}$/.test(text) ? 'seconds' : /^\d{13}$/.test(text) ? 'milliseconds' : undefined;
  if (unit === undefined) return undefined;
  const milliseconds = Number(text) * (unit === 'seconds' ? 1000 : 1);
  return milliseconds >= EARLIEST && milliseconds < LATEST ? { unit, milliseconds } : undefined;
}
