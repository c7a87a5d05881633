import * as vscode from 'vscode';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Services } from '../../workspace/services';
import { numberOf } from '../../workspace/display';
import { type Count } from '../../workspace/referenceCounts';
import { eventAt } from './eventAt';
import { type EventId, idsOf } from './ids';
import { idWord } from './idWords';
import { searchedFrom } from '../../workspace/searched';
import { searchReferences } from './searching';
import { say } from '../../workspace/notices';
import { iconText } from '../../words/iconText';

/** The longest id in the list. */
const MAX_VALUE = 120;

interface IdItem extends vscode.QuickPickItem {
  readonly id: EventId;
}

/** Lets the user choose one of the ids of an event, each with the number of events that hold it, and shows its places: *Find References of an ID*. */
export async function chooseId(services: Services, address?: unknown, offset?: unknown): Promise<void> {
  const place = eventAt(services, address, offset);
  if (place === undefined) return;
  const { open, row } = place;
  const ids = row < 0 || !open.trail.isEvent(row) ? [] : idsOf(open.trail, row);
  if (ids.length === 0) {
    say(vscode.l10n.t('The cursor is in no event.'));
    return;
  }
  const items = ids.map(async (id): Promise<IdItem> => {
    const count = await services.counts.of(open.document, id.value);
    return {
      id,
      label: iconText(id.value, MAX_VALUE),
      description: [idWord(id.kind), countText(count)].filter(Boolean).join(' · '),
    };
  });
  const placeHolder = vscode.l10n.t('An ID whose places are to be shown');
  const chosen = await vscode.window.showQuickPick(Promise.all(items), { placeHolder, matchOnDescription: true });
  if (chosen !== undefined) await showPlaces(services, open, chosen.id);
}

function countText(count: Count | undefined): string {
  if (count === undefined || (count.isLeast && count.events < 2)) return '';
  if (count.events === 1) return vscode.l10n.t('in this event only');
  return vscode.l10n.t('in {0} events', `${numberOf(count.events)}${count.isLeast ? '+' : ''}`);
}

async function showPlaces(services: Services, open: OpenTrail, { value, at }: EventId): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  const found = await searchReferences(searchedFrom(services, open.document), value, source.token);
  source.dispose();
  if (found === undefined) return;
  await vscode.window.showTextDocument(open.document, { preserveFocus: false });
  const position = open.document.positionAt(at);
  await vscode.commands.executeCommand('editor.action.peekLocations', open.uri, position, [...found.locations], 'peek');
}
