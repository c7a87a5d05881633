import type { FieldValue } from './field';

/** Looks a value up in a table without regard to case, the exact case first. */
export function findValue<T extends FieldValue>(table: readonly T[], value: string): T | undefined {
  const lower = value.toLowerCase();
  return table.find((entry) => entry.value === value) ?? table.find((entry) => entry.value.toLowerCase() === lower);
}
