/** How a field name is written: `sourceIpAddress`, `SourceIpAddress`, or neither (`owner_id`, `__topic__`). Source: facts 1. */
export type Casing = 'lowerCamel' | 'Pascal' | 'neither';

/** A name with a small first letter, as the documentation writes members: some sources capitalise them (facts 1). */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Tells the casing of a name; one that holds anything but letters and digits has neither. */
export function casingOf(name: string): Casing {
  if (/^[a-z][A-Za-z0-9]*$/.test(name)) return 'lowerCamel';
  return /^[A-Z][A-Za-z0-9]*$/.test(name) ? 'Pascal' : 'neither';
}

/** The name in the other casing: only the first letter differs between the two (facts 1). `neither` leaves it as it is. */
export function toCasing(name: string, casing: Casing): string {
  if (casing === 'neither' || casingOf(name) === 'neither') return name;
  const first = name.slice(0, 1);
  return (casing === 'Pascal' ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
}
