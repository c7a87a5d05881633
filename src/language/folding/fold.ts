/** A stretch that can be folded, in offsets of the log: from its opening bracket to behind its closing one. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'value' | 'comment';
  /** What is kept first where there are too many: 0 the lists around the events, 1 events, from 2 on what is in them. */
  readonly depth: number;
}
