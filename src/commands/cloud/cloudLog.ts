import * as vscode from 'vscode';
import { type CloudPlan, searchFor } from '../../cloud/plan';
import { type Page, type SearchNote } from '../../cloud/page';
import { type CloudSearch } from '../../cloud/search';
import { utc } from '../../cloud/span';
import { type Asker } from '../../cloud/wire';
import { joined } from '../../platform/gunzip';
import { CLOUD_SCHEME } from '../../workspace/language';
import { type CloudWish } from './remembered';

/** A document beyond this is given to no extension by the editor; bytes. */
const LARGEST = 45 * 1024 * 1024;
/** Events that are asked for before the size of the log is looked at. */
const PART = 1_000;
const LINE_END = 10;

/** A log that comes from the cloud: the raw answers, one after another, each with a line end behind it. */
export class CloudLog {
  readonly uri: vscode.Uri;
  /** Not there until the user wants it: nothing is asked again on its own. */
  search: CloudSearch | undefined;
  /** Whether something is being loaded. */
  isBusy = false;
  /** Counts up with the content; ms since 1970. */
  changed = Date.now();
  /** What there is to know of what was found. */
  private readonly said = new Map<string, SearchNote>();
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  /** The search came to an end by an error: it cannot go on. */
  private hasFailed = false;

  constructor(
    readonly id: string,
    readonly wish: CloudWish,
  ) {
    this.uri = vscode.Uri.from({ scheme: CLOUD_SCHEME, path: `/${nameOf(wish.plan)}.trail.jsonl`, query: id });
  }

  get size(): number {
    return this.length;
  }

  get notes(): readonly SearchNote[] {
    return [...this.said.values()];
  }

  /** Whether older events can be loaded. */
  get hasMore(): boolean {
    return this.search?.hasMore === true && !this.hasFailed && !this.isFull;
  }

  get isFull(): boolean {
    return this.length >= LARGEST;
  }

  content(): Uint8Array {
    return joined(this.chunks);
  }

  /** Begins anew. */
  begin(): void {
    this.search = searchFor(this.wish.plan, (note) => this.said.set(JSON.stringify(note), note));
    this.said.clear();
    this.chunks.length = 0;
    this.length = 0;
    this.hasFailed = false;
  }

  /** Loads so many events more; `received` is told after each page. Throws CloudError: what came is kept. */
  async load(most: number, asker: Asker, received: () => void): Promise<void> {
    const take = ({ text }: Page): void => {
      const bytes = new TextEncoder().encode(text);
      this.chunks.push(bytes, Uint8Array.of(LINE_END));
      this.length += bytes.length + 1;
      received();
    };
    const { search } = this;
    if (search === undefined) return;
    const before = search.events;
    // In parts, so that a log that is full asks for no more.
    for (let left = most; left > 0 && search.hasMore && !this.isFull; left = most - (search.events - before))
      await search.load(Math.min(left, PART), asker, take);
  }

  /** Notes that the search cannot go on. */
  fail(): void {
    this.hasFailed = true;
  }
}

/** A name for the tab, by place and time. */
function nameOf({ place, span }: CloudPlan): string {
  const day = (ms: number): string => utc(ms).slice(0, 10);
  const where = place.kind === 'sls' ? place.logstore : `actiontrail ${place.regions.join(' ')}`;
  return `${where} ${day(span.from)} ${day(span.to)}`.replaceAll('/', '_');
}
