import text from 'knowledge:events';
import type { CatalogueFile, CatalogueLayer, Source } from './entry';

const OURS: Source = 'Trail Log Inspector';

let parsed: readonly CatalogueFile[] | undefined;

/** The catalogue that comes with the extension. Its text is parsed when somebody asks for the first meaning. */
export function builtin(): CatalogueLayer {
  return { id: 'builtin', source: OURS, files: () => (parsed ??= JSON.parse(text) as readonly CatalogueFile[]) };
}
