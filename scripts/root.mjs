import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder, wherever the script was started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
