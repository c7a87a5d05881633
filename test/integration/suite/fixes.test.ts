import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, codesOf, event, eventLine, fileWith, FLINK, openTrail, problemsOf, said, setSeverity } from './documents';
import { TAG } from '../words';
import { until } from './wait';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;
const ESCAPED = String.raw`"[\\\"vsw-xxxxx\\\",\\\"vsw-xxxxx\\\"]"`;

async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, { preview: false });
}

/** The actions at a text of the document: on its first character, or with all of it selected. */
async function actionsAt(
  document: vscode.TextDocument,
  part: string,
  { only, all = false }: { only?: vscode.CodeActionKind; all?: boolean } = {},
): Promise<readonly vscode.CodeAction[]> {
  const at = document.getText().indexOf(part);
  assert.ok(at >= 0, `no "${part}" in the document`);
  const range = new vscode.Range(document.positionAt(at + (all ? 0 : 1)), document.positionAt(at + (all ? part.length : 1)));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    only?.value,
  );
}

function titled(actions: readonly vscode.CodeAction[], title: string): vscode.CodeAction {
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `no action "${title}", only: ${actions.map((one) => one.title).join(' | ')}`);
  return action;
}

async function take(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command !== undefined)
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

async function run(document: vscode.TextDocument, command: string, part: string): Promise<void> {
  const editor = await show(document);
  const at = document.positionAt(document.getText().indexOf(part) + 1);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand(command);
}

const crLf = (text: string): string => text.replaceAll('\n', '\r\n');
const tabbed = (text: string): string => text.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
const minified = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^("[^"]*"): /, '$1:'))
    .join('');

describe('fixes', function () {
  afterEach(closeAll);

  const mended = FLINK.replace(ESCAPED, '["vsw-xxxxx", "vsw-xxxxx"]');
  const forms: readonly (readonly [string, string, string])[] = [
    ['LF', FLINK, mended],
    ['CR LF', crLf(FLINK), crLf(mended)],
    ['tabs', tabbed(FLINK), tabbed(mended)],
    ['one line', minified(FLINK), minified(mended).replace('", "vsw', '","vsw')],
    ['BOM and CR LF', `\ufeff${crLf(FLINK)}`, `\ufeff${crLf(mended)}`],
  ];
  for (const [form, before, after] of forms)
    it(`unescapes the parameter of the vendor's sample, ${form}; undo gives back every byte${form === 'LF' ? TAG : ''}`, async () => {
      const document = await openTrail(before);
      await show(document);
      const action = titled(await actionsAt(document, ESCAPED), said('Unescape parameter'));
      assert.equal(action.isPreferred, true);
      assert.ok(action.kind?.contains(QuickFix));
      await take(action);
      await until('the problem to go', () => !codesOf(document).includes('over-escaped-json'));
      assert.ok(await document.save());
      assert.equal(readFileSync(document.uri.fsPath, 'utf8'), after);
      await vscode.commands.executeCommand('undo');
      assert.ok(await document.save());
      assert.equal(readFileSync(document.uri.fsPath, 'utf8'), before);
      await until('the problem to come back', () => codesOf(document).includes('over-escaped-json'));
    });

  it('is offered to whoever selects the whole problem', async () => {
    const document = await openTrail(FLINK);
    titled(await actionsAt(document, ESCAPED, { all: true }), said('Unescape parameter'));
  });

  it('unescapes one level, and escapes again @words', async () => {
    const document = await openTrail(FLINK);
    await show(document);
    await take(titled(await actionsAt(document, ESCAPED), said('Unescape one level')));
    const once = String.raw`"[\"vsw-xxxxx\",\"vsw-xxxxx\"]"`;
    assert.equal(document.getText(), FLINK.replace(ESCAPED, once));
    await until('the other problem', () => codesOf(document).includes('escaped-json'));
    await take(titled(await actionsAt(document, once), said('Unescape parameter')));
    assert.equal(document.getText(), mended);
    const again = titled(await actionsAt(document, 'vsw-xxxxx"]', { only: RefactorRewrite }), said('Escape again'));
    assert.equal(again.kind?.value, RefactorRewrite.value);
    await take(again);
    assert.equal(document.getText(), FLINK.replace(ESCAPED, once));
    for (let step = 0; step < 3; step++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FLINK);
  });

  it('gives only what is asked for', async () => {
    const document = await openTrail(FLINK);
    const rewrites = await actionsAt(document, ESCAPED, { only: RefactorRewrite });
    assert.deepEqual(
      rewrites.map(({ title }) => title),
      [said('Escape again')],
    );
    assert.deepEqual(await actionsAt(document, ESCAPED, { only: vscode.CodeActionKind.SourceOrganizeImports }), []);
    assert.deepEqual(await actionsAt(document, '"UserIdentity"', { only: QuickFix }), []);
  });

  it('offers to unescape where no problem is shown', async () => {
    const document = await openTrail(FLINK);
    try {
      await setSeverity({ 'over-escaped-json': 'off' });
      await until('no problem', () => !codesOf(document).includes('over-escaped-json'));
      titled(await actionsAt(document, ESCAPED), said('Unescape parameter'));
    } finally {
      await setSeverity(undefined);
    }
  });

  const table: readonly (readonly [string, string, string, string, string, string?])[] = [
    ['comment', 'Remove comment', event({ apiVersion: '"1" // 版本' }), '// 版本', event({ apiVersion: '"1"' })],
    ['trailing-comma', 'Remove trailing comma', `[${eventLine()},\n]`, ',\n]', `[${eventLine()}\n]`],
    [
      'unquoted-mask',
      'Put the value in quotes',
      event({ recipientAccountId: '175***657' }),
      '175***657',
      event({ recipientAccountId: '"175***657"' }),
    ],
    [
      'field-name',
      'Rename to "{0}"',
      event().replace('sourceIpAddress', 'sourceIPAddress'),
      '"sourceIPAddress"',
      event(),
      'sourceIpAddress',
    ],
  ];
  for (const [code, title, before, part, after, name] of table)
    for (const [ends, form] of [
      ['LF', (text: string) => text],
      ['CR LF', crLf],
    ] as const)
      it(`${code}, ${ends}${ends === 'LF' ? TAG : ''}`, async () => {
        const document = await openTrail(form(before));
        await show(document);
        const action = titled(await actionsAt(document, form(part)), said(title, name ?? ''));
        assert.equal(action.isPreferred, true);
        await take(action);
        assert.equal(document.getText(), form(after));
        await until('the problem to go', () => !codesOf(document).includes(code));
        await vscode.commands.executeCommand('undo');
        assert.equal(document.getText(), form(before));
      });

  it('mends all of a kind in the document @words', async () => {
    const kinds: readonly (readonly [string, string, string, string])[] = [
      [
        'Remove all comments in this document',
        '// x',
        `${eventLine()} // x\n${eventLine()} // x\n`,
        `${eventLine()}\n${eventLine()}\n`,
      ],
      [
        'Remove all trailing commas in this document',
        ',]',
        `[${eventLine({ requestParameters: '{"a":[1,]}' })},]`,
        `[${eventLine({ requestParameters: '{"a":[1]}' })}]`,
      ],
      [
        'Put all masked values in this document in quotes',
        '1***1',
        event({ recipientAccountId: '1***1', requestParameters: '{"a": [2****]}' }),
        event({ recipientAccountId: '"1***1"', requestParameters: '{"a": ["2****"]}' }),
      ],
      [
        'Correct all field names in this document',
        '"sourceIPAddress"',
        `${eventLine()}\n${eventLine()}`.replaceAll('sourceIp', 'sourceIP'),
        `${eventLine()}\n${eventLine()}`,
      ],
    ];
    for (const [title, part, before, after] of kinds) {
      const document = await openTrail(before);
      await show(document);
      await take(titled(await actionsAt(document, part), said(title)));
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    }
  });

  it('offers the documented case for the name of an event, and prefers to leave it as it is @words', async () => {
    const document = await openTrail(event({ eventName: '"LookUpEvents"', serviceName: '"Actiontrail"' }));
    assert.deepEqual(codesOf(document), ['event-name-case']);
    const actions = await actionsAt(document, '"LookUpEvents"', { only: QuickFix });
    const action = titled(actions, said('Use the documented case: "{0}"', 'LookupEvents'));
    assert.notEqual(action.isPreferred, true);
    await show(document);
    await take(action);
    assert.equal(document.getText(), event({ eventName: '"LookupEvents"', serviceName: '"Actiontrail"' }));
  });

  const two = event({ requestParameters: String.raw`{"a": "[\"x\"]", "n": 1187000000004544000, "b": "{\"c\":\"[1]\"}"}` });
  const twoMended = event({
    requestParameters: '{"a": ["x"], "n": 1187000000004544000, "b": {"c": [1]}}',
  });

  it('unescapes all of an event, and all of a document, in one step of undo @words', async () => {
    const flat = (text: string): string => minified(text);
    const before = [flat(two), eventLine(), flat(two)].join('\n');
    const document = await openTrail(before);
    await show(document);
    await take(titled(await actionsAt(document, String.raw`"[\"x`), said('Unescape all in this event')));
    assert.equal(
      document.getText().replaceAll(' ', ''),
      [flat(twoMended), eventLine(), flat(two)].join('\n').replaceAll(' ', ''),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await take(titled(await actionsAt(document, String.raw`"[\"x`), said('Unescape all in this document')));
    assert.equal(
      document.getText().replaceAll(' ', ''),
      [flat(twoMended), eventLine(), flat(twoMended)].join('\n').replaceAll(' ', ''),
    );
    assert.equal(document.lineCount, 3);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('unescapes within a string that holds an event @words', async () => {
    const sls = (ids: string): string =>
      JSON.stringify({
        __topic__: 'actiontrail_audit_event',
        __time__: '1',
        event: eventLine({ requestParameters: `{"ids": ${ids}}` }),
      });
    const document = await openTrail(sls('"[1,2]"'));
    await show(document);
    const actions = await actionsAt(document, '[1,2]');
    titled(actions, said('Unescape the string around it'));
    await take(titled(actions, said('Unescape parameter')));
    assert.equal(document.getText(), sls('[1,2]'));
    assert.ok(!codesOf(document).includes('syntax'));
  });

  describe('commands', () => {
    it('are there', async () => {
      const all = await vscode.commands.getCommands(true);
      for (const name of ['unescape', 'unescapeOnce', 'unescapeEvent', 'unescapeDocument', 'escapeAgain'])
        assert.ok(all.includes(`trail.${name}`), name);
    });

    it('work at the cursor', async () => {
      const document = await openTrail(FLINK);
      await run(document, 'trail.unescape', ESCAPED);
      assert.equal(document.getText(), mended);
      await run(document, 'trail.escapeAgain', '"vsw-xxxxx"');
      assert.equal(document.getText(), FLINK.replace(ESCAPED, String.raw`"[\"vsw-xxxxx\",\"vsw-xxxxx\"]"`));
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), FLINK);
      await run(document, 'trail.unescapeOnce', ESCAPED);
      assert.equal(document.getText(), FLINK.replace(ESCAPED, String.raw`"[\"vsw-xxxxx\",\"vsw-xxxxx\"]"`));
      await run(document, 'trail.unescapeEvent', '"EventVersion"');
      assert.equal(document.getText(), mended);
    });

    it('work at an address and an offset, as links give them, also in a document that no editor shows', async () => {
      const document = await openTrail(FLINK);
      await vscode.commands.executeCommand('trail.unescape', document.uri.toString(), FLINK.indexOf(ESCAPED));
      assert.equal(document.getText(), mended);
      await show(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), FLINK);
      await vscode.commands.executeCommand('trail.unescapeDocument', document.uri);
      assert.equal(document.getText(), mended);
    });

    it('leave alone what holds no JSON, and what they are given wrongly', async () => {
      const document = await openTrail(event());
      for (const command of ['trail.unescape', 'trail.unescapeOnce', 'trail.unescapeEvent', 'trail.unescapeDocument'])
        await run(document, command, '"eventName"');
      await vscode.commands.executeCommand('trail.unescape', document.uri.toString(), 1_000_000);
      await vscode.commands.executeCommand('trail.unescape', document.uri.toString(), -1);
      await vscode.commands.executeCommand('trail.unescape', 7, 'x');
      await vscode.commands.executeCommand('trail.fixAll', document.uri.toString(), 'no-such-code');
      assert.equal(document.getText(), event());
      assert.equal(document.isDirty, false);
    });
  });

  it('offers and changes nothing in what cannot be written', async () => {
    const provider = new ReadOnly(FLINK);
    const registered = vscode.workspace.registerFileSystemProvider('trail-test', provider, { isReadonly: true });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('trail-test:/a.trail.json'));
      await until('the problems', () => codesOf(document).includes('over-escaped-json'));
      assert.deepEqual(await actionsAt(document, ESCAPED), []);
      await run(document, 'trail.unescape', ESCAPED);
      await vscode.commands.executeCommand('trail.unescapeDocument');
      assert.equal(document.getText(), FLINK);
    } finally {
      registered.dispose();
    }
  });

  it('unescapes all of a large document without holding the extension host', async () => {
    const line = eventLine({ requestParameters: String.raw`{"a": "[\"x\"]", "n": 1187000000004544000}` });
    const lines = 1_000;
    const before = `${line}\n`.repeat(lines);
    const document = await vscode.workspace.openTextDocument(fileWith(before));
    await show(document);
    await until('the problems', () => problemsOf(document).length >= 999);
    // Processor time, not the clock: other processes make a test late, not the extension.
    let longest = 0;
    let last = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(last);
      longest = Math.max(longest, (user + system) / 1_000);
      last = process.cpuUsage();
    }, 1);
    await vscode.commands.executeCommand('trail.unescapeDocument');
    clearInterval(timer);
    assert.equal(document.getText(), before.replaceAll(String.raw`"[\"x\"]"`, '["x"]'));
    console.log(`unescaped ${lines} strings; the extension host worked for ${longest.toFixed(0)} ms at a time at most`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    assert.ok(longest < 250, `${longest} ms`);
  });
});

/** One file that cannot be written. */
class ReadOnly implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(private readonly text: string) {}
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile().length };
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  readFile(): Uint8Array {
    return new TextEncoder().encode(this.text);
  }
  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}
