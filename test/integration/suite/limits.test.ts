import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MAX_AT_ONCE } from '../../../src/checks/limits';
import { MAX_DEPTH, MAX_GROUPS } from '../../../src/trail/limits';
import { closeAll, event, LANGUAGE, openTrail, problemsOf, said } from './documents';
import { Explorer } from './explorerParts';
import { until } from './wait';

const MORE = 20;
const number = (value: number): string => value.toLocaleString(LANGUAGE);

describe('limits', () => {
  let explorer: Explorer;

  beforeEach(async () => {
    await closeAll();
    explorer = new Explorer();
  });
  afterEach(async () => {
    explorer.dispose();
    await closeAll();
  });

  it('more groups than are told apart: the rest is one, all events are there, and one problem says so @words', async () => {
    const lines = Array.from(
      { length: MAX_GROUPS + MORE },
      (_, at) => `{"eventName":"Name${at}","acsRegion":"cn-hangzhou","eventId":"${at}"}`,
    );
    const document = await openTrail(lines.join('\n'));
    await vscode.window.showTextDocument(document);
    await explorer.ready();
    const rest = explorer.provider.getChildren().at(-1);
    assert.equal(rest?.kind, 'rest');
    assert.equal(explorer.shown().at(-1), `${vscode.l10n.t('… and {0} more', number(MORE))} (${number(MORE)})`);
    const events = explorer.provider.getChildren(rest);
    assert.equal(events.length, MORE);
    for (const node of events) assert.equal(explorer.provider.tree?.find(node.kind === 'event' ? node.row : -1)?.id, node.id);
    assert.equal(explorer.provider.tree?.groups.size, MAX_GROUPS + MORE);
    const message = said(
      '… and {0} more groups: the tree tells {1} apart, and has the rest in one.',
      number(MORE),
      number(MAX_GROUPS),
    );
    await until('the problem', () => problemsOf(document).some((problem) => problem.message === message));
  });

  it('what is nested too deep and what is too long is said behind thousands of other mistakes @words', async () => {
    const mistakes = Array.from({ length: 2_000 }, (_, at) => event({ eventId: `"${at}",` }));
    const deep = `${'{"a":'.repeat(MAX_DEPTH + 10)}1${'}'.repeat(MAX_DEPTH + 10)}`;
    const long = JSON.stringify('x'.repeat(MAX_AT_ONCE));
    const document = await openTrail([...mistakes, event({ requestParameters: deep }), event({ userAgent: long })].join('\n'));
    const messages = [
      said('What is nested deeper than this is not read.'),
      said('Events above {0} characters: {1}. Hovers, hints and folding leave them out.', number(MAX_AT_ONCE), '1'),
    ];
    const has = (message: string): boolean => problemsOf(document).some((problem) => problem.message === message);
    for (const message of messages) await until(message, () => has(message));
    assert.ok(has(said('This comma separates nothing.')));
  });
});
