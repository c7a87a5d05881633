/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A language of hovers. */
export type Language = keyof Bilingual;
