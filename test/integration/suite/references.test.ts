import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { closeAll, eventLine, fileWith, folderWith, openTrail, said, shapesOf } from './documents';
import { positionOf } from './hovers';
import { until } from './wait';

const KEY = 'STS.NUplainlyfakekey01';
const ROLE = `{"type": "assumed-role", "principalId": "300000000000000001:li.na", "accountId": "1234567890123456", "userName": "auditor:li.na", "accessKeyId": "${KEY}"}`;
const EVENTS: readonly Readonly<Record<string, string | undefined>>[] = [
  {
    eventId: '"E0000000-0000-4000-8000-000000000001"',
    requestId: '"E0000000-0000-4000-8000-0000000000A1"',
    eventName: '"AssumeRole"',
    serviceName: '"Sts"',
    eventTime: '"2026-03-01T02:00:00Z"',
    responseElements: `{"Credentials": {"AccessKeyId": "${KEY}", "Expiration": "2026-03-01T03:00:00Z"}}`,
  },
  {
    eventId: '"E0000000-0000-4000-8000-000000000002"',
    requestId: '"E0000000-0000-4000-8000-0000000000A2"',
    eventName: '"StopInstance"',
    eventTime: '"2026-03-01T02:01:00Z"',
    userIdentity: ROLE,
    requestParameters: String.raw`{"InstanceIds": "[\"i-bp1aaa0001\",\"i-bp1aaa0002\"]", "InstanceId": "i-bp1aaa0001"}`,
    errorMessage: '"Request E0000000-0000-4000-8000-0000000000A1 is over"',
  },
  {
    eventId: '"E0000000-0000-4000-8000-000000000003"',
    requestId: '"E0000000-0000-4000-8000-0000000000A3"',
    eventName: '"DeleteInstance"',
    eventTime: '"2026-03-01T02:06:30Z"',
    userIdentity: ROLE,
    resourceName: '"i-bp1aaa0001,i-bp1aaa00011"',
  },
];
const SHAPES = shapesOf(EVENTS);

type Linked = vscode.Location | vscode.LocationLink;
const run = <T>(command: string, document: vscode.TextDocument, position: vscode.Position | number): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, document.uri, position);
const references = (document: vscode.TextDocument, text: string, nth = 1, offset = 3): Thenable<vscode.Location[]> =>
  run<vscode.Location[]>('vscode.executeReferenceProvider', document, positionOf(document, text, nth, offset));

async function definitions(document: vscode.TextDocument, text: string, nth = 1, offset = 3): Promise<string[]> {
  const found = await run<Linked[]>('vscode.executeDefinitionProvider', document, positionOf(document, text, nth, offset));
  return Promise.all(
    found.map(async (link) => {
      const [uri, range] =
        'targetUri' in link ? [link.targetUri, link.targetSelectionRange ?? link.targetRange] : [link.uri, link.range];
      const target = await vscode.workspace.openTextDocument(uri);
      const row = target.getText(new vscode.Range(new vscode.Position(range.start.line, 0), range.end));
      return `${target.getText(range)} @${(row.match(/AssumeRole|StopInstance|DeleteInstance/g) ?? []).at(-1) ?? ''}`;
    }),
  );
}

/** Searches until as many places are found, while logs are read, and looks whether each is one. */
async function allFound(search: () => Thenable<vscode.Location[]>, value: string, count: number): Promise<void> {
  const found = await until(`${count} places`, async () => {
    const places = await search();
    return places.length >= count && places;
  });
  assert.equal(found.length, count);
  for (const { uri, range } of found) assert.equal((await vscode.workspace.openTextDocument(uri)).getText(range), value);
  assert.equal(
    new Set(found.map(({ uri, range }) => `${uri.toString()} ${range.start.line}:${range.start.character}`)).size,
    count,
  );
}

describe('references', () => {
  afterEach(closeAll);

  for (const [name, content] of Object.entries(SHAPES)) {
    it(`finds every place of an id, also in escaped strings: ${name}`, async () => {
      const document = await openTrail(content);
      const found = await references(document, 'i-bp1aaa0001');
      assert.deepEqual(
        found.map(({ range }) => document.getText(range)),
        ['i-bp1aaa0001', 'i-bp1aaa0001', 'i-bp1aaa0001'],
      );
      const atEscaped = await references(document, 'i-bp1aaa0002');
      assert.equal(atEscaped.length, 1);
      assert.equal((await references(document, 'li.na')).length, 4);
      assert.equal((await references(document, KEY)).length, 3);
      assert.equal((await references(document, 'StopInstance')).length, 0);
    });

    it(`goes from a key to what issued it, and from an id to its event: ${name}`, async () => {
      const document = await openTrail(content);
      const [issuer, ...others] = await definitions(document, KEY, 3);
      assert.deepEqual(others, []);
      assert.ok(issuer?.startsWith(KEY));
      const first = positionOf(document, KEY);
      const found = await run<Linked[]>('vscode.executeDefinitionProvider', document, positionOf(document, KEY, 2, 3));
      const [link] = found;
      const start = link && ('targetUri' in link ? link.targetSelectionRange?.start : link.range.start);
      assert.equal(start?.compareTo(first.translate(0, -1)), 0);
      const [request] = await definitions(document, '0000000000A1 is over');
      assert.ok(request?.startsWith('E0000000-0000-4000-8000-0000000000A1'), request);
      assert.deepEqual(await definitions(document, '192.0.2.7'), []);
    });
  }

  it('finds places in other open logs, and in none that was closed', async () => {
    const one = await openTrail(SHAPES.lines);
    await vscode.window.showTextDocument(one, { preview: false });
    const other = await openTrail(eventLine({ requestParameters: '{"Id": "i-bp1aaa0001"}' }));
    await vscode.window.showTextDocument(other, { preview: false });
    const found = await references(one, 'i-bp1aaa0001');
    assert.deepEqual(
      [...new Set(found.map(({ uri }) => uri.toString()))].sort(),
      [one.uri.toString(), other.uri.toString()].sort(),
    );
    assert.equal(found.length, 4);
    assert.ok((await definitions(other, '1234567890123456')).length === 0);
  });

  it('looks for nothing in what was made of a log: redacted and compared texts are no open logs', async () => {
    const document = await openTrail(SHAPES.array);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('trail.redact', { scope: 'document', quiet: true, kinds: ['accounts'] });
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const redacted = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.modified.toString());
    await vscode.window.showTextDocument(editor.document, { preview: false });
    const found = await references(document, 'i-bp1aaa0001');
    assert.deepEqual([...new Set(found.map(({ uri }) => uri.scheme))], ['file']);
    assert.equal(redacted?.uri.scheme, 'trail-redacted');
    assert.ok(redacted.getText().includes('i-bp1aaa0001'));
    assert.deepEqual(vscode.languages.getDiagnostics(redacted.uri), []);
  });

  it('marks the places of the id at the cursor', async () => {
    const document = await openTrail(SHAPES.array);
    await vscode.window.showTextDocument(document);
    const found = await run<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document,
      positionOf(document, 'i-bp1aaa0001', 1, 3),
    );
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['i-bp1aaa0001', 'i-bp1aaa0001', 'i-bp1aaa0001'],
    );
  });

  it('lists no more than it can in a large log', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) =>
      eventLine({ eventTime: `"2026-03-01T02:00:${String(index % 60).padStart(2, '0')}Z"` }),
    );
    const document = await openTrail(lines.join('\n'));
    const started = performance.now();
    const found = await references(document, '192.0.2.7');
    const elapsed = performance.now() - started;
    assert.equal(found.length, 5_000);
    const rare = performance.now();
    assert.equal((await definitions(document, '83BB0682')).length, 100);
    console.log(
      `      ${(document.getText().length / 1e6).toFixed(0)} MB: references ${elapsed.toFixed(0)} ms, definitions ${(performance.now() - rare).toFixed(0)} ms`,
    );
  });

  it('finds every place in a folder of delivered logs, also in escaped strings and what is no key field @words', async () => {
    const name = (minute: number): string =>
      `Actiontrail_cn-hangzhou_202603010${minute}0000_1002_3_900_0123456789abcdef0123456789abcdef.gz`;
    const folder = folderWith({ [name(2)]: gzipSync(SHAPES.lines), [name(3)]: gzipSync(SHAPES.logService) });
    await vscode.commands.executeCommand('trail.openFolder', folder);
    const document = await openTrail(eventLine({ requestParameters: `{"Key": "${KEY}", "Id": "i-bp1aaa0001"}` }));
    await allFound(() => references(document, KEY), KEY, 7);
    await allFound(() => references(document, 'i-bp1aaa0001'), 'i-bp1aaa0001', 7);
    assert.deepEqual((await references(document, 'i-bp1aaa0001')).map(({ uri }) => uri.scheme).sort(), [
      'file',
      ...Array.from({ length: 6 }, () => 'trail-event'),
    ]);
    assert.deepEqual(await definitions(document, KEY), [`${KEY} @`, `${KEY} @`]);
    // In the document of an event, its own places are in it, once; the document above has no tab, and is no open log.
    const [place] = (await references(document, 'i-bp1aaa0001')).filter(({ uri }) => uri.scheme === 'trail-event');
    assert.ok(place);
    const shown = await vscode.workspace.openTextDocument(place.uri);
    await vscode.window.showTextDocument(shown, { preview: false });
    await allFound(() => references(shown, 'i-bp1aaa0001'), 'i-bp1aaa0001', 6);
    // The counts of key fields say that they are a least.
    const titles = await until('the counts', async () => {
      const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', shown, 10);
      const all = lenses.map(({ command }) => command?.title ?? '').join();
      return all.includes('×') && all;
    });
    assert.ok(titles.includes(`${said('Access key')} ×`), titles);
    assert.match(titles, /×\d+\+/);
  });

  it('finds places in a file that is too large for a document', async () => {
    const held = String.raw`{"Ids": "[\"i-bp9large001\"]"}`;
    const lines = Array.from({ length: 2_000 }, () => eventLine({ userAgent: `"${'a'.repeat(26_500)}"` }));
    lines[7] = eventLine({ requestParameters: held });
    lines[1_999] = eventLine({ errorMessage: '"实例i-bp9large001不存在"' });
    const large = fileWith(lines.join('\n'), '.trail.jsonl');
    await vscode.commands.executeCommand('trail.openLog', large);
    const document = await openTrail(eventLine({ requestParameters: '{"Id": "i-bp9large001"}' }));
    await allFound(() => references(document, 'i-bp9large001'), 'i-bp9large001', 3);
  });

  it('peeks the story of an actor: the events around, by user or key, in time', async () => {
    const early = eventLine({ ...EVENTS[1], eventName: '"Early"', eventTime: '"2026-03-01T01:56:00Z"' });
    const other = eventLine({ eventName: '"Other"', eventTime: '"2026-03-01T02:01:00Z"' });
    const byKey = eventLine({
      eventName: '"ByKey"',
      eventTime: '"2026-03-01T02:05:00Z"',
      userIdentity: `{"type": "assumed-role", "accountId": "1234567890123456", "accessKeyId": "${KEY}"}`,
    });
    const document = await openTrail([early, ...EVENTS.map((changes) => eventLine(changes)), other, byKey].join('\n'));
    const editor = await vscode.window.showTextDocument(document);
    const at = positionOf(document, 'StopInstance');
    editor.selection = new vscode.Selection(at, at);
    const found = (await vscode.commands.executeCommand<vscode.Location[] | undefined>('trail.peekStory')) ?? [];
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['Early', 'StopInstance', 'ByKey'],
    );
    await until('the peek view', () => vscode.window.visibleTextEditors.length > 1 || vscode.window.activeTextEditor !== editor);
    await vscode.commands.executeCommand('closeReferenceSearch');
    await vscode.window.showTextDocument(document);
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document, positionOf(document, KEY, 3, 3));
    const links = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
    const [, query] = links.map((text) => /command:trail\.peekStory\?([^ )]+)/.exec(text)).find((match) => match !== null) ?? [];
    const args = JSON.parse(decodeURIComponent(query ?? '')) as unknown[];
    const again = (await vscode.commands.executeCommand<vscode.Location[] | undefined>('trail.peekStory', ...args)) ?? [];
    assert.equal(again.length, 3);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });
});
