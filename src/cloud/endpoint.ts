const ADDRESS = /^https?:\/\//i;

/**
 * What is asked in place of a host, by a table of hosts and addresses: the address of the host itself, else that of the longest `*` pattern which ends as
 * the host does. Undefined where the host itself is asked. An address that is none is left out.
 */
export function endpointIn(table: Readonly<Record<string, unknown>>, host: string): string | undefined {
  const fits = ([name, address]: readonly [string, unknown]): boolean =>
    typeof address === 'string' &&
    ADDRESS.test(address) &&
    URL.canParse(address) &&
    (name === host || (name.startsWith('*') && host.endsWith(name.slice(1))));
  const [found] = Object.entries(table)
    .filter(fits)
    .sort(([a], [b]) => (b === host ? Infinity : b.length) - (a === host ? Infinity : a.length));
  return found === undefined ? undefined : String(found[1]);
}
