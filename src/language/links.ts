import * as vscode from 'vscode';
import { meaningOf } from '../filter/meaning';
import { apiPageOf, errorPageOf } from '../knowledge/apiPage';
import { type CatalogueEntry } from '../knowledge/entry';
import { Column } from '../trail/scan/row';
import { hasFailed } from '../trail/group/failures';
import { serviceOfRow } from '../trail/rowService';
import { type Trail } from '../trail/trail';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { memberAt, memberPart } from '../event/member';
import { scalarText } from '../event/nodes';
import { rowEvent } from '../event/rowEvent';
import { walkInSlices } from '../trail/steps';
import { isRead } from '../workspace/whenRead';

/** Links that are made at most; editors ask for all of a document at once. */
const MAX_LINKS = 1_000;
/** Rows between two pauses where nothing is to be read. */
const STEP = 256;

/** Event names and error codes lead to the vendor's pages of them, where the catalogue knows them. No address in a log becomes a link. */
export function registerLinks({ trails }: Services): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(TRAIL_SELECTOR, {
    async provideDocumentLinks(document, token) {
      const open = trails.get(document);
      if (open === undefined || !(await isRead(open, token))) return undefined;
      const { version } = open.trail;
      const links: vscode.DocumentLink[] = [];
      const isDone = await walkInSlices(
        steps(open, links),
        () => !token.isCancellationRequested && open.trail.version === version,
      );
      return isDone ? links : undefined;
    },
  });
}

function* steps(open: OpenTrail, links: vscode.DocumentLink[]): Generator<void> {
  const { trail } = open;
  for (let row = 0; row < trail.rows.size && links.length < MAX_LINKS; row++) {
    if (row % STEP === 0) yield;
    if (!trail.isEvent(row)) continue;
    const entry = meaningOf(trail, row);
    const error = hasFailed(trail, row) ? errorPageOf(trail.value(row, Column.ErrorCode), serviceOfRow(trail, row)) : undefined;
    if (!mayHavePage(entry) && error === undefined) continue;
    const operation = operationOf(trail, row, entry);
    if (operation !== undefined)
      add(open, row, ['eventName'], operation, vscode.l10n.t('Open the page of this operation on api.aliyun.com'), links);
    if (error !== undefined) {
      const tooltip = vscode.l10n.t('Open what the vendor says of this error on api.aliyun.com: {0}', error);
      add(open, row, ['errorCode'], error, tooltip, links);
    }
    yield;
  }
}

/** Whether it is worth while to ask the event for its API's version. */
function mayHavePage(entry: CatalogueEntry): boolean {
  return apiPageOf(entry, '') !== undefined || (entry.match === 'service' && !entry.derived);
}

function operationOf(trail: Trail, row: number, entry: CatalogueEntry): string | undefined {
  const event = mayHavePage(entry) ? rowEvent(trail, row) : undefined;
  if (event === undefined || scalarText(memberAt(event, ['eventType'])?.node) !== 'ApiCall') return undefined;
  return apiPageOf(entry, scalarText(memberAt(event, ['apiVersion'])?.node) ?? '');
}

function add(
  open: OpenTrail,
  row: number,
  member: readonly string[],
  address: string,
  tooltip: string,
  links: vscode.DocumentLink[],
): void {
  const part = memberPart(open.trail, row, member);
  if (part === undefined) return;
  const base = open.trail.rows.start(row);
  const link = new vscode.DocumentLink(open.range(base + part.start, base + part.end), vscode.Uri.parse(address, true));
  link.tooltip = tooltip;
  links.push(link);
}
