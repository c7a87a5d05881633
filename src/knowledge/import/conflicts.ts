import type { CatalogueFile, CatalogueLayer } from '../entry';
import { LayerIndex } from '../layer';

/** An event of which two catalogues say something else in the same language. */
export interface Conflict {
  readonly service: string;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly here: string;
  readonly there: string;
}

/** What a set says otherwise than a layer does: both texts stay, the more trusted one is shown. */
export function* conflictsWith(files: readonly CatalogueFile[], layer: CatalogueLayer): Generator<Conflict> {
  const index = new LayerIndex(layer);
  for (const { service, events } of files) {
    for (const [name, event] of Object.entries(events)) {
      const found = index.inService(service, name)?.event;
      const language = (['zh', 'en'] as const).find((each) => differs(event[each], found?.[each]));
      if (language) yield { service, name, language, here: event[language] ?? '', there: found?.[language] ?? '' };
    }
  }
}

function differs(here: string | undefined, there: string | undefined): boolean {
  return here !== undefined && there !== undefined && bare(here) !== bare(there);
}

/** A full stop or the spaces between Chinese and Latin letters are no contradiction. */
function bare(text: string): string {
  return text.replace(/[\s.。]/g, '').toLowerCase();
}
