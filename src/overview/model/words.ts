import { type FacetId } from './facet';
import { type KINDS } from './kinds';

/** What the overview says, in the language of the display. `{0}` and so on stand for values. */
export interface Words {
  readonly language: string;
  readonly kinds: Readonly<Record<(typeof KINDS)[number], string>>;
  readonly facets: Readonly<Record<FacetId, string>>;
  /** What stands in place of an empty value. */
  readonly none: Readonly<Record<FacetId, string>>;
  readonly events: string;
  readonly oneEvent: string;
  readonly failed: string;
  readonly succeeded: string;
  readonly failures: string;
  readonly byKind: string;
  readonly byFailure: string;
  readonly colours: string;
  readonly table: string;
  readonly pin: string;
  readonly pinTitle: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly save: string;
  readonly copy: string;
  readonly clear: string;
  readonly timeline: string;
  readonly timelineHelp: string;
  readonly heat: string;
  readonly heatHelp: string;
  readonly marks: string;
  readonly more: string;
  readonly nothing: string;
  readonly timeless: string;
  readonly hidden: string;
  readonly reading: string;
  readonly time: string;
  readonly count: string;
  readonly value: string;
  readonly open: string;
  readonly selected: string;
}

/** A text with its values. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** A number as the reader writes it. */
export function numeral(value: number, { language }: Pick<Words, 'language'>): string {
  return value.toLocaleString(language);
}

/** A number beside an axis that reaches up to `top`: short where the numbers are long. */
export function axisText(value: number, top: number, { language }: Pick<Words, 'language'>): string {
  return value.toLocaleString(language, top < 10_000 ? {} : { notation: 'compact' });
}

/** `12 events, 3 failed`. */
export function countText(events: number, failures: number, words: Words): string {
  const all = events === 1 ? words.oneEvent : fill(words.events, numeral(events, words));
  return failures === 0
    ? all
    : `${all}${words.language.startsWith('zh') ? '，' : ', '}${fill(words.failed, numeral(failures, words))}`;
}
