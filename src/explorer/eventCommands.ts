import * as vscode from 'vscode';
import { DecodedDocuments } from '../language/decoded/documents';
import { readerLanguages } from '../workspace/display';
import { showNew } from '../workspace/newDocument';
import { factsOf, type EventFacts } from '../share/events/facts';
import { logServiceQuery, lookupCommand } from '../share/events/find';
import { ticketOf } from '../share/events/ticket';
import { checkJson, minify } from '../escapes';
import { type Trail } from '../trail/trail';
import { DECODED_SCHEME, TRAIL_LANGUAGE } from '../workspace/language';
import { type Services } from '../workspace/services';
import { activeInput } from '../workspace/activeInput';
import { Comparison } from './comparison';
import { type EventsProvider } from './eventsProvider';
import { type EventsView } from './eventsView';
import { meaningOf } from '../filter/meaning';
import { eventText } from '../event/eventText';
import { type TreeNode } from './node';
import { showInfo, say } from '../workspace/notices';
import { registerCommand } from '../workspace/command';

/** What a command is about: one event of a log. */
export interface EventAt {
  readonly trail: Trail;
  readonly row: number;
}

type Make = (text: string, facts: EventFacts, event: EventAt) => string | undefined;

/** The commands on one event: the one of the tree's menu, else the one at the cursor, else, where no log has the cursor, the one that is selected in the tree. */
export function registerEventCommands(services: Services, provider: EventsProvider, view: EventsView): vscode.Disposable {
  const comparison = new Comparison();
  const on =
    (work: (event: EventAt) => Promise<void>) =>
    async (argument?: unknown): Promise<void> => {
      // A cursor between two events means none of them, whatever the tree shows.
      const hasCursor = vscode.window.activeTextEditor?.document.languageId === TRAIL_LANGUAGE;
      const [selected] = hasCursor ? [] : view.tree.selection;
      const event = isNode(argument)
        ? await eventOf(argument, provider)
        : (eventAtCursor(services) ?? (selected && (await eventOf(selected, provider))));
      if (event === undefined) say(vscode.l10n.t('The cursor is in no event.'));
      else await work(event);
    };
  const commands: Readonly<Record<string, (event: EventAt) => Promise<void>>> = {
    'trail.copyEventJson': copied((text) => text.trimEnd()),
    'trail.copyEventLine': copied((text) => (checkJson(text) === undefined ? minify(text) : undefined)),
    'trail.copyEventLookup': copied((_, facts) => lookupCommand(facts)),
    'trail.copyEventQuery': copied((_, facts) => logServiceQuery(facts)),
    'trail.copyEventTicket': copied((_, facts, event) => ticket(facts, event)),
    'trail.splitEvent': ({ trail, row }) => openNew(eventText(trail, row, trail.recordText(row))),
    'trail.selectForCompare': ({ trail, row }) => comparison.select(trail, row),
    'trail.compareWithSelected': ({ trail, row }) => comparison.compare(trail, row),
  };
  return vscode.Disposable.from(comparison, ...Object.entries(commands).map(([name, work]) => registerCommand(name, on(work))));
}

/** Shows a text as a new log; nothing is saved. */
export async function openNew(content: string): Promise<void> {
  await showNew(content, TRAIL_LANGUAGE, { preview: false });
}

function copied(make: Make): (event: EventAt) => Promise<void> {
  return async ({ trail, row }) => {
    const text = eventText(trail, row, trail.recordText(row));
    const facts = factsOf(trail, row);
    const copy = facts === undefined ? undefined : make(text, facts, { trail, row });
    if (copy === undefined) {
      void showInfo(vscode.l10n.t('This event is damaged or does not say enough: nothing was copied.'));
      return;
    }
    await vscode.env.clipboard.writeText(copy);
    say(vscode.l10n.t('Copied.'));
  };
}

function ticket(facts: EventFacts, { trail, row }: EventAt): string {
  const entry = meaningOf(trail, row);
  const [language = 'en'] = readerLanguages();
  return ticketOf(facts, facts.eventName === '' ? '' : entry[language], {
    actor: vscode.l10n.t('Actor:'),
    action: vscode.l10n.t('Action:'),
    target: vscode.l10n.t('Target:'),
    context: vscode.l10n.t('Context:'),
    result: vscode.l10n.t('Result:'),
    succeeded: vscode.l10n.t('succeeded'),
    failed: vscode.l10n.t('failed'),
  });
}

/** In a decoded document that is the event that it was made of: what is copied is as it is written in the log. */
function eventAtCursor(services: Services): EventAt | undefined {
  const decoded = decodedEvent(services);
  if (decoded !== undefined) return decoded;
  const input = activeInput(services);
  const row = input?.selectedRow() ?? -1;
  return input === undefined || row < 0 || !input.trail.isEvent(row) ? undefined : { trail: input.trail, row };
}

function decodedEvent({ trails }: Services): EventAt | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== DECODED_SCHEME) return undefined;
  const { document, selection } = editor;
  const source = DecodedDocuments.of(trails).sourceOf(document.uri, document.offsetAt(selection.active));
  const open = source && trails.all.find(({ uri }) => uri.toString() === source.log.toString());
  const row = source === undefined || open === undefined ? -1 : open.trail.rowAt(source.start);
  return open === undefined || row < 0 || !open.trail.isEvent(row) ? undefined : { trail: open.trail, row };
}

/** The node may be of a tree from before an edit. */
async function eventOf(node: TreeNode, provider: EventsProvider): Promise<EventAt | undefined> {
  const tree = await provider.settled();
  const current = tree?.counterpart(node.kind === 'finding' ? node.parent : node);
  return tree === undefined || current?.kind !== 'event' ? undefined : { trail: tree.trail, row: current.row };
}

/** Menus of an editor give its address, those of the tree a node. */
function isNode(argument: unknown): argument is TreeNode {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'id' in argument;
}
