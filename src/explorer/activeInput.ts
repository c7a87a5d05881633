import { type Services } from '../workspace/services';
import { DocumentInput } from './documentInput';
import { EventDocuments } from './eventDocuments';
import { type ExplorerInput } from './input';
import { SourceInput } from './sourceInput';

/** The log of the active tab: a document, or one of which single events are shown; undefined where the tab shows none. */
export function activeInput({ trails, sources }: Services): ExplorerInput | undefined {
  const source = sources.active;
  if (source !== undefined) return SourceInput.of(source, EventDocuments.of(sources, trails));
  const { active } = trails;
  return active && DocumentInput.of(active);
}
