import { type Bilingual } from '../../knowledge/bilingual';

/** One thing to complete, before it becomes one of the editor's. */
export interface Suggestion {
  readonly label: string;
  /** What is written: JSON, with `$1`, `$2` … where the cursor goes. */
  readonly snippet: string;
  readonly meaning: Bilingual | undefined;
  /** Said in short beside the label. */
  readonly note: Bilingual | undefined;
  readonly kind: 'name' | 'value' | 'event-name' | 'snippet';
  /** Suggestions of a smaller rank come first. */
  readonly rank: number;
}
