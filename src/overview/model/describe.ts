import { label } from '../../words/label';
import { meaningOf } from '../../filter/meaning';
import { errorFamily } from '../../knowledge/errors';
import { Column } from '../../trail/scan/row';
import { type Trail } from '../../trail/trail';
import { FACET_COLUMNS, type FacetId } from './facet';
import { type Facts, KIND } from './facts';
import { type Counted } from './figures';
import { type ShownCounted, type ShownFacet } from './shown';

/** The values of lists in words; `language` is that of the meanings. */
export function describeFacets(trail: Trail, facts: Facts, { facets }: Counted, language: 'zh' | 'en'): ShownCounted['facets'] {
  const shown = (id: FacetId): ShownFacet => {
    const facet = facets[id];
    const values = Array.from(facet.codes, (code) => trail.dictionary(FACET_COLUMNS[id]).decode(code));
    const rows = id === 'name' ? Array.from(facet.codes, (code) => firstRow(facts, code)) : [];
    return {
      ...facet,
      values: values.map(label),
      notes:
        id === 'name'
          ? rows.map((row) => (row < 0 ? '' : meaningOf(trail, row)[language]))
          : id === 'error'
            ? values.map((value) => errorFamily(value)?.meaning[language] ?? '')
            : [],
      kinds: Uint8Array.from(rows, (row) => (facts.notes[row] ?? 0) & KIND),
    };
  };
  return { name: shown('name'), account: shown('account'), address: shown('address'), error: shown('error') };
}

/** The first row of an event name. */
function firstRow({ seen }: Facts, code: number): number {
  return seen.find(({ column }) => column === Column.EventName)?.rows[code] ?? -1;
}
