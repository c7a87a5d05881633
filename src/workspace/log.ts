import { type OpenSource } from './openSource';
import { type OpenTrail } from './openTrail';

/** A log that is open, in a document or without one. */
export type Log = OpenTrail | OpenSource;
