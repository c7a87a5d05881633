import * as vscode from 'vscode';
import { meaningOf } from '../explorer/meanings';
import { apiPageOf } from '../knowledge/apiPage';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { memberPart } from './memberPart';
import { memberOf, scalarText } from './nodes';
import { rowEvent } from './rowEvent';
import { inSlices } from './slices';
import { whenScanned } from './whenScanned';

/** Links that are made at most; editors ask for all of a document at once. */
const MAX_LINKS = 1_000;
/** Rows between two pauses where nothing is to be read. */
const STEP = 256;

/** Event names lead to the vendor's page of the operation, where the catalogue knows it. No address in a log becomes a link. */
export function registerLinks({ trails }: Services): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(TRAIL_SELECTOR, {
    async provideDocumentLinks(document, token) {
      const open = trails.get(document);
      if (open === undefined || !(await whenScanned(open, token))) return undefined;
      const { version } = open.trail;
      const links: vscode.DocumentLink[] = [];
      const isDone = await inSlices(steps(open, links), () => !token.isCancellationRequested && open.trail.version === version);
      return isDone ? links : undefined;
    },
  });
}

function* steps(open: OpenTrail, links: vscode.DocumentLink[]): Generator<void> {
  const { trail } = open;
  const tooltip = vscode.l10n.t('Open the page of this operation on api.aliyun.com');
  for (let row = 0; row < trail.rows.size && links.length < MAX_LINKS; row++) {
    if (row % STEP === 0) yield;
    const entry = trail.isEvent(row) ? meaningOf(trail, row) : undefined;
    if (entry?.match !== 'service') continue;
    const event = rowEvent(trail, row);
    if (event === undefined || scalarText(memberOf(event.node, 'eventType')) !== 'ApiCall') continue;
    const address = apiPageOf(entry, scalarText(memberOf(event.node, 'apiVersion')) ?? '');
    const part = address === undefined ? undefined : memberPart(trail, row, ['eventName']);
    if (address !== undefined && part !== undefined) {
      const base = trail.rows.start(row);
      const link = new vscode.DocumentLink(open.range(base + part.start, base + part.end), vscode.Uri.parse(address, true));
      link.tooltip = tooltip;
      links.push(link);
    }
    yield;
  }
}
