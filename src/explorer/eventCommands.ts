import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { readerLanguages } from '../workspace/display';
import { showNew } from '../workspace/newDocument';
import { factsOf, type EventFacts } from '../share/events/facts';
import { logServiceQuery, lookupCommand } from '../share/events/find';
import { ticketOf } from '../share/events/ticket';
import { checkJson, minify } from '../escapes';
import { TRAIL_LANGUAGE } from '../workspace/language';
import { type OpenLog } from '../workspace/openLog';
import { type Services } from '../workspace/services';
import { cursorOf } from '../workspace/cursor';
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
  readonly log: OpenLog;
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
        : ((selected && (await eventOf(selected, provider))) ?? eventAtCursor(services));
      if (event === undefined) say(vscode.l10n.t('The cursor is in no event.'));
      else await work(event);
    };
  const commands: Readonly<Record<string, (event: EventAt) => Promise<void>>> = {
    'trail.copyEventJson': copied((text) => text.trimEnd()),
    'trail.copyEventLine': copied((text) => (checkJson(text) === undefined ? minify(text) : undefined)),
    'trail.copyEventLookup': copied((_, facts) => lookupCommand(facts)),
    'trail.copyEventQuery': copied((_, facts) => logServiceQuery(facts)),
    'trail.copyEventTicket': copied((_, facts, event) => ticket(facts, event)),
    'trail.splitEvent': ({ log, row }) => openNew(eventText(log.trail, row, log.recordText(row))),
    'trail.selectForCompare': ({ log, row }) => comparison.select(log, row),
    'trail.compareWithSelected': ({ log, row }) => comparison.compare(log, row),
  };
  return together(
    comparison,
    ...Object.entries(commands).map(([name, work]) => registerCommand(services.faults, name, on(work))),
  );
}

/** Shows a text as a new log; nothing is saved. */
export async function openNew(content: string): Promise<void> {
  await showNew(content, TRAIL_LANGUAGE, { preview: false });
}

function copied(make: Make): (event: EventAt) => Promise<void> {
  return async (event) => {
    const { log, row } = event;
    const text = eventText(log.trail, row, log.recordText(row));
    const facts = factsOf(log.trail, row);
    const copy = facts === undefined ? undefined : make(text, facts, event);
    if (copy === undefined) {
      void showInfo(vscode.l10n.t('This event is damaged or does not say enough: nothing was copied.'));
      return;
    }
    await vscode.env.clipboard.writeText(copy);
    say(vscode.l10n.t('Copied.'));
  };
}

function ticket(facts: EventFacts, { log, row }: EventAt): string {
  const entry = meaningOf(log.trail, row);
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

/** In what was made of a log, such as a decoded document, that is the event that it was made of: what is copied is as it is written in the log. */
function eventAtCursor(services: Services): EventAt | undefined {
  const cursor = cursorOf(services);
  return cursor === undefined || cursor.row < 0 || !cursor.log.trail.isEvent(cursor.row) ? undefined : cursor;
}

/** The node may be of a tree from before an edit. */
async function eventOf(node: TreeNode, provider: EventsProvider): Promise<EventAt | undefined> {
  const { log } = provider;
  const tree = await provider.settled();
  const current = tree?.counterpart(node.kind === 'finding' ? node.parent : node);
  return log === undefined || provider.log !== log || current?.kind !== 'event' ? undefined : { log, row: current.row };
}

/** Menus of an editor give its address, those of the tree a node. */
function isNode(argument: unknown): argument is TreeNode {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'id' in argument;
}
