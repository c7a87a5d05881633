export function files(): ReadonlyMap<string, string>;
