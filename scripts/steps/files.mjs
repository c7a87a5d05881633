import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder whose names end in a text, sorted. */
export const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => name.endsWith(ending))
    .sort();
