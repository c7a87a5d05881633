import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, event, openTrail } from './documents';
import { until } from './wait';
import { hoverOn, positionOf } from './hovers';

describe('schema', () => {
  afterEach(closeAll);

  it('plain JSON that is named like a trail is explained and completed', async () => {
    const trail = await openTrail(event({ eventRW: '"Insert"', apiVersion: '"1", ' }));
    const document = await vscode.languages.setTextDocumentLanguage(trail, 'json');
    // The JSON mode starts when it is first needed, and asks for the schema then.
    const hover = await until('a hover', async () => (await hoverOn(document, '"eventSource"', 1, 3)) || undefined);
    assert.match(hover, /[a-z].*\n+[^]*[\u4e00-\u9fff]/);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, '"1", ', 1, 5),
    );
    assert.ok(items.some(({ label }) => label === 'eventCategory'));
  });
});
