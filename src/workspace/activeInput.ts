import { logInFront } from './log';
import { OpenSource } from './openSource';
import { type Services } from './services';
import { DocumentInput } from './documentInput';
import { EventDocuments } from './eventDocuments';
import { type ExplorerInput } from './input';
import { SourceInput } from './sourceInput';

/** The log of the active tab: a document, or one of which single events are shown; undefined where the tab shows none. */
export function activeInput(services: Services): ExplorerInput | undefined {
  const log = logInFront(services);
  if (log instanceof OpenSource) return SourceInput.of(log, EventDocuments.of(services.sources, services.trails));
  return log && DocumentInput.of(log);
}
