import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { contentUri } from '../../../src/workspace/gzipFiles';
import {
  activeEditor,
  closeAll,
  event,
  eventLine,
  fileWith,
  folderWith,
  LANGUAGE,
  newEditor,
  openTrail,
  published,
} from './documents';
import { hoverOn, positionOf } from './hovers';
import { until } from './wait';

const KEY = 'LTAIplainlyfakekey0001';
const ONE: Readonly<Record<string, string>> = {
  eventName: '"StopInstance"',
  eventId: '"E0000000-0000-4000-8000-00000000E001"',
  requestId: '"E0000000-0000-4000-8000-00000000E001"',
  userIdentity: `{"type": "ram-user", "accountId": "1234567890123456", "userName": "li.na", "accessKeyId": "${KEY}"}`,
  requestParameters: String.raw`{"Ids": "[\"vsw-1\",\"vsw-2\"]", "Bid": 1187000000004544000}`,
};
const TWO: typeof ONE = {
  ...ONE,
  eventName: '"DeleteInstance"',
  eventId: '"E0000000-0000-4000-8000-00000000E002"',
  requestId: '"E0000000-0000-4000-8000-00000000E002"',
  eventTime: '"2020-01-09T12:13:14Z"',
};
const BOTH = [ONE, TWO];
const lines = `${BOTH.map((changes) => eventLine(changes)).join('\n')}\n`;
const array = `[\n${BOTH.map((changes) => event(changes, '    ')).join(',\n')}\n]\n`;

interface Shape {
  readonly open: () => Promise<vscode.TextDocument>;
  /** Events in the document, and whether they stand on lines of their own and on several lines. */
  readonly events: number;
  readonly isFolded: boolean;
  readonly hasLenses?: boolean;
  readonly isWritable?: boolean;
}

const inFile = (content: string, isFolded: boolean, hasLenses = true): Shape => ({
  open: () => openTrail(content),
  events: 2,
  isFolded,
  hasLenses,
  isWritable: true,
});

/** The document of a single event of a folder of compressed logs. */
async function openPreview(): Promise<vscode.TextDocument> {
  const name = 'Actiontrail_cn-hangzhou_20260301020000_1002_3_900_0123456789abcdef0123456789abcdef.gz';
  const folder = folderWith({ [name]: gzipSync(lines) });
  await vscode.commands.executeCommand('trail.openFolder', folder);
  const other = await openTrail(eventLine({ requestParameters: `{"Key": "${KEY}"}` }));
  const preview = await until('an event of the folder', async () => {
    const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', other, positionOf(other, KEY));
    return found.find(({ uri }) => uri.scheme === 'trail-event');
  });
  return vscode.workspace.openTextDocument(preview.uri);
}

async function openGzip(): Promise<vscode.TextDocument> {
  const uri = fileWith(gzipSync(array), '.json.gz');
  return published(async () => {
    await vscode.commands.executeCommand('trail.openCompressed', uri);
    return (await activeEditor('the compressed log', (one) => one.uri.toString() === contentUri(uri).toString())).document;
  });
}

async function openDecoded(): Promise<vscode.TextDocument> {
  const log = await openTrail(array);
  await vscode.window.showTextDocument(log);
  await vscode.commands.executeCommand('trail.openDecodedDocument');
  return (await activeEditor('the decoded log', isDecodedOf(log))).document;
}

const isDecodedOf =
  ({ uri: log }: vscode.TextDocument) =>
  ({ uri }: vscode.TextDocument): boolean =>
    uri.scheme === 'trail-decoded' && uri.query.includes(JSON.stringify(log.toString()));

const SHAPES: Readonly<Record<string, Shape>> = {
  array: inFile(array, true),
  'JSON Lines': inFile(lines, false),
  'one after another': inFile(BOTH.map((changes) => event(changes)).join('\n'), true),
  'Log Service': inFile(
    BOTH.map((changes) =>
      JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1', event: eventLine(changes) }),
    ).join('\n'),
    false,
  ),
  response: inFile(`{"RequestId": "r", "Events": [\n${BOTH.map((changes) => event(changes, '    ')).join(',\n')}\n]}`, true),
  'one line': inFile(`[${BOTH.map((changes) => eventLine(changes)).join(',')}]`, false, false),
  'a damaged array': inFile(array.replace(/\n\]\n$/, '\n'), true),
  'a compressed log': { open: openGzip, events: 2, isFolded: true },
  'an event of a folder': { open: openPreview, events: 1, isFolded: true },
  'a decoded log': { open: openDecoded, events: 2, isFolded: true },
};

const run = <T>(command: string, document: vscode.TextDocument, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, document.uri, ...args);

describe('everywhere @words', () => {
  afterEach(closeAll);

  for (const [name, { open, events, isFolded, hasLenses = true, isWritable = false }] of Object.entries(SHAPES)) {
    it(`reads, finds, goes, decodes and copies: ${name}`, async () => {
      const document = await open();
      assert.equal(document.languageId, 'trail-json');
      let editor = await vscode.window.showTextDocument(document);
      const text = document.getText();
      const isDerived = document.uri.scheme === 'trail-decoded';
      const put = (at: string): void => {
        const position = positionOf(document, at);
        editor.selection = new vscode.Selection(position, position);
      };

      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document);
      assert.equal(symbols.length, events, 'outline');
      assert.ok(symbols.every(({ children }) => children.length >= 4));
      const folds = (await run<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', document)) ?? [];
      assert.equal(folds.length >= events, isFolded, 'folding');
      const at = positionOf(document, KEY);
      let [range] = await run<(vscode.SelectionRange | undefined)[]>('vscode.executeSelectionRangeProvider', document, [at]);
      let depth = 0;
      for (; range !== undefined; range = range.parent) depth++;
      assert.ok(depth >= 4, `selection ranges: ${depth}`);

      const isFirst = text.includes('StopInstance');
      const eventName = isFirst ? 'StopInstance' : 'DeleteInstance';
      assert.match(await hoverOn(document, eventName), LANGUAGE === 'en' ? /instance/i : /实例/);
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document, at);
      assert.ok(found.length >= 2, 'references');
      assert.equal(
        found.some(({ uri }) => uri.scheme === 'trail-decoded'),
        false,
      );
      const marked = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document, at);
      assert.equal(marked.length, events, 'highlights');
      const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document, 10);
      assert.equal(lenses.length, hasLenses ? events : 0, 'lenses');
      const actions = await run<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document,
        new vscode.Range(at, at),
        'quickfix',
      );
      assert.equal(
        actions.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('trail.')).length > 0,
        isWritable,
        'fixes',
      );

      put(eventName);
      if (events > 1) {
        await vscode.commands.executeCommand('trail.nextEvent');
        assert.match(
          document.getText(new vscode.Range(editor.selection.active, document.positionAt(text.length))),
          /^[^]{0,2000}DeleteInstance/,
        );
        put(eventName);
      }
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand('trail.copyEventTicket');
      assert.match(await vscode.env.clipboard.readText(), new RegExp(eventName));
      await vscode.commands.executeCommand('trail.copyEventLine');
      const copied = await vscode.env.clipboard.readText();
      assert.ok(copied.includes('1187000000004544000') && !copied.includes('\n'), copied);

      if (!isDerived) {
        put('vsw-2');
        await vscode.commands.executeCommand('trail.openDecoded');
        const decoded = await activeEditor('the decoded event', isDecodedOf(document));
        assert.match(decoded.document.getText(), /"Ids": \["vsw-1", "vsw-2"\]/);
        editor = await vscode.window.showTextDocument(document);
      }
      put(eventName);
      const { document: alone } = await newEditor('the event of its own', () =>
        vscode.commands.executeCommand('trail.splitEvent'),
      );
      const split = alone.getText();
      assert.ok(split.includes(eventName) && split.includes('1187000000004544000'));
      assert.equal(document.getText(), text);
    });
  }
});
