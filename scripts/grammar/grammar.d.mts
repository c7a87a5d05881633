export function grammar(): object;
