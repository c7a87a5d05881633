import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { itemOf } from '../../../src/explorer/item';
import { Preferences } from '../../../src/explorer/preferences';
import { type SortKey } from '../../../src/trail/group/groups';
import { closeAll, event, fileWith, ROOT } from './documents';
import { Explorer } from './explorerParts';
import { until } from './wait';

/** What the explorer says here: its code is in the bundle of this test, which may have no translations; the browser tests read the Chinese. */
const said = vscode.l10n.t;
const SAMPLE = join(ROOT, 'samples/flink.trail.json');

async function show(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false, ...options });
}

const named = (name: string, more: Readonly<Record<string, string>> = {}): string => event({ eventName: `"${name}"`, ...more });

/** Shows meanings beside names or not; undefined: as it is without a setting. */
const meanings = (wanted: boolean | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('trail.explorer').update('meaning', wanted, vscode.ConfigurationTarget.Global);

describe('explorer', () => {
  let explorer: Explorer;

  // Most tests are about names and counts.
  before(() => meanings(false));
  after(() => meanings(undefined));

  beforeEach(async () => {
    await closeAll();
    explorer = new Explorer();
  });

  afterEach(async () => {
    explorer.dispose();
    await closeAll();
  });

  it('groups the sample by event name and account, as counting one by one does', async () => {
    await show(vscode.Uri.file(SAMPLE));
    await explorer.ready();
    const events = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>[];
    const counts = new Map<string, number>();
    for (const one of events) {
      const name = String(one['eventName'] ?? one['EventName']);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const { provider } = explorer;
    const roots = provider.getChildren();
    assert.equal(roots.length, counts.size);
    let previous = Infinity;
    for (const root of roots) {
      const item = provider.getTreeItem(root);
      const count = counts.get(explorer.label(root));
      assert.ok(count !== undefined && count <= previous);
      previous = count;
      assert.match(String(item.description), new RegExp(`^${count}\\b`));
      assert.ok(item.accessibilityInformation?.label.startsWith(`${explorer.label(root)}, `));
      const leaves = provider.getChildren(root).flatMap((account) => provider.getChildren(account));
      assert.equal(leaves.length, count);
      for (const leaf of leaves) assert.equal(provider.getParent(provider.getParent(leaf) ?? leaf), root);
    }
    assert.equal(explorer.state, 'events');
  });

  it('says beside a name what it means, of each service, unless the setting is off @words', async () => {
    const log = [
      named('StopInstance'),
      named('Create', { serviceName: '"Ecs"' }),
      named('Create', { serviceName: '"RealtimeCompute"' }),
    ];
    await meanings(undefined);
    await show(fileWith(log.join('\n')));
    await explorer.ready();
    await explorer.preferences.sortBy('name');
    await explorer.provider.settled();
    const [create, stop] = explorer.shown();
    const isChinese = vscode.env.language.startsWith('zh');
    assert.match(create ?? '', isChinese ? /^Create \(2 · .*ECS.*；.*Flink.*\)$/ : /^Create \(2 · .*ECS.*; .*Flink.*\)$/);
    assert.match(stop ?? '', isChinese ? /^StopInstance \(1 · .*实例\)$/ : /^StopInstance \(1 · Stops one instance\)$/);
    await meanings(false);
    assert.deepEqual(explorer.shown(), ['Create (2)', 'StopInstance (1)']);
  });

  it('groups the other way round, and sorts, as the user chooses; the choice is remembered', async () => {
    const failing = named('StopInstance', { errorCode: '"Forbidden.RAM"', eventTime: '"2020-01-09T12:12:10Z"' });
    await show(fileWith([named('AssumeRole'), named('AssumeRole'), failing].join('\n')));
    await explorer.ready();
    assert.deepEqual(explorer.shown(), ['AssumeRole (2)', `StopInstance (1 · ${said('{0} failed', '1')})`]);
    for (const [sort, first] of [
      ['failures', 'StopInstance'],
      ['name', 'AssumeRole'],
      ['time', 'StopInstance'],
      ['count', 'AssumeRole'],
    ] as const satisfies readonly (readonly [SortKey, string])[]) {
      await explorer.preferences.sortBy(sort);
      await explorer.provider.settled();
      assert.ok(explorer.shown()[0]?.startsWith(first), sort);
    }
    await explorer.preferences.groupBy(['account', 'name']);
    await explorer.provider.settled();
    const [account] = explorer.provider.getChildren();
    assert.deepEqual(explorer.shown(), [`1234567890123456 (3 · ${said('{0} failed', '1')} · root)`]);
    assert.ok(explorer.shown(account)[0]?.startsWith('AssumeRole'));
    const again = new Preferences(explorer.memory);
    assert.deepEqual(again.request, explorer.preferences.request);
    again.dispose();
  });

  it('says in words what a finding is, for who does not see its icon', () => {
    const finding = { code: 'secret', message: 'A secret.', severity: vscode.DiagnosticSeverity.Warning, start: 0, end: 1 };
    const parent = { kind: 'event', id: 'event', parent: undefined, row: 0 } as const;
    const node = { kind: 'finding', id: 'finding', parent, finding } as const;
    const item = itemOf(node, undefined as never, false, false);
    assert.equal(item.accessibilityInformation?.label, `${said('Warning')}, A secret., secret`);
  });

  it('follows edits, and keeps what it can', async () => {
    const editor = await show(fileWith(`${named('AssumeRole', { eventId: '"first"' })}\n`));
    await explorer.ready();
    const [group] = explorer.provider.getChildren();
    const ids = (): (string | undefined)[] =>
      explorer.provider.getChildren().map((node) => explorer.provider.getTreeItem(node).id);
    const [id] = ids();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), `${named('StopInstance')}\n${named('AssumeRole')}\n`);
    });
    await explorer.provider.settled();
    assert.deepEqual(explorer.shown(), ['AssumeRole (2)', 'StopInstance (1)']);
    assert.equal(ids()[0], id);
    assert.ok(group && explorer.provider.tree?.counterpart(group));
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0));
    });
    await explorer.provider.settled();
    assert.deepEqual(explorer.shown(), []);
    assert.equal(explorer.state, 'foreign-empty');
  });

  it('has words for what is missing, and shows hostile values as they are', async () => {
    const hostile = 'Delete\u202eecnatsnI $(trash) [x](command:y)';
    await show(
      fileWith(
        [
          named('', { userIdentity: '{"type": "system"}', eventTime: '"soon"' }),
          named(hostile, { errorCode: '"`` ` ```"' }),
        ].join('\n'),
      ),
    );
    await explorer.ready();
    const labels = explorer.provider.getChildren().map((node) => explorer.provider.getTreeItem(node).label);
    assert.deepEqual(labels, ['Delete\\u202eecnatsnI $(trash) [x](command:y)', said('(no event name)')]);
    const [bad, nameless] = explorer.provider.getChildren();
    const [account] = explorer.provider.getChildren(nameless);
    assert.equal(account && explorer.provider.getTreeItem(account).label, said('(no account)'));
    const [timeless] = explorer.provider.getChildren(account);
    assert.equal(timeless && explorer.provider.getTreeItem(timeless).label, said('(no time)'));
    assert.ok(bad);
    const { tooltip } = explorer.provider.resolveTreeItem(new vscode.TreeItem(''), bad);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
    assert.ok(tooltip.value.includes('`Delete\\u202eecnatsnI $(trash) [x](command:y)`'));
    assert.ok(tooltip.value.includes('```` `` ` ``` ````'));
  });

  it('explains an event name in both languages', async () => {
    await show(vscode.Uri.file(SAMPLE));
    await explorer.ready();
    const node = explorer.provider.getChildren().find((one) => explorer.provider.getTreeItem(one).label === 'AppendVswitchId');
    assert.ok(node);
    const { tooltip } = explorer.provider.resolveTreeItem(new vscode.TreeItem(''), node);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /`AppendVswitchId`/);
    assert.match(tooltip.value, /[\u4e00-\u9fff]{3}/);
    assert.match(tooltip.value, /Adds a vSwitch/);
  });

  it('shows the log that can be seen, whatever has the focus', async () => {
    const one = await show(fileWith(named('AssumeRole')), { viewColumn: vscode.ViewColumn.One });
    await explorer.ready();
    const first = explorer.provider.log;
    await vscode.commands.executeCommand('workbench.action.output.toggleOutput');
    await vscode.commands.executeCommand('trail.events.focus');
    assert.equal(explorer.provider.log, first);
    await show(fileWith('plain', '.md'), { viewColumn: vscode.ViewColumn.Two });
    assert.equal(explorer.provider.log, first);
    await show(fileWith(named('StopInstance')), { viewColumn: vscode.ViewColumn.Two });
    await explorer.ready();
    assert.deepEqual(explorer.shown(), ['StopInstance (1)']);
    await vscode.window.showTextDocument(one.document, { viewColumn: vscode.ViewColumn.One });
    await explorer.ready();
    assert.deepEqual(explorer.shown(), ['AssumeRole (1)']);
    await closeAll();
    await until('no log', () => explorer.provider.log === undefined);
    assert.equal(explorer.state, 'none');
    assert.deepEqual(explorer.shown(), []);
  });

  it('the log that was shown last stays behind an editor of another kind, as long as it is open', async () => {
    const one = await show(fileWith(named('AssumeRole')));
    await explorer.ready();
    const two = await show(fileWith(named('StopInstance')));
    await explorer.ready();
    await until('the other log', () => explorer.provider.log?.uri.toString() === two.document.uri.toString());
    const close = (uri: vscode.Uri): Thenable<boolean> =>
      vscode.window.tabGroups.close(
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
      );
    await show(fileWith('plain', '.md'));
    await explorer.ready();
    assert.deepEqual(explorer.shown(), ['StopInstance (1)']);
    await close(two.document.uri);
    await until('the log before', () => explorer.provider.log?.uri.toString() === one.document.uri.toString());
    await explorer.ready();
    assert.deepEqual(explorer.shown(), ['AssumeRole (1)']);
    await close(one.document.uri);
    await until('no log', () => explorer.provider.log === undefined);
    assert.equal(explorer.state, 'none');
  });

  it('says what a log is that is no trail', async () => {
    for (const [text, state] of [
      ['', 'foreign-empty'],
      ['{"Records": [{"awsRegion": "us-east-1", "eventName": "RunInstances", "eventID": "1"}]}', 'foreign-aws'],
      ['{"EndTime": "2020-01-09T12:12:14Z", "Events": [], "StartTime": "2020-01-08T12:12:14Z"}', 'no-events'],
      ['some words', 'foreign-not-json'],
    ] as const) {
      await show(fileWith(text));
      await explorer.ready();
      assert.equal(explorer.state, state);
      assert.deepEqual(explorer.shown(), []);
    }
  });

  it('a click shows the event and selects it, a second one takes the focus there', async () => {
    const editor = await show(fileWith([named('AssumeRole'), named('StopInstance'), named('AssumeRole')].join('\n')));
    await explorer.ready();
    const { log, tree } = explorer.provider;
    assert.ok(log);
    await log.reveal(1, { preserveFocus: true });
    assert.equal(editor.document.getText(editor.selection), named('StopInstance'));
    assert.equal(log.selectedRow(), 1);
    assert.equal(tree?.find(1)?.row, 1);
  });

  it('groups 20,000 events while others have their turn', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      JSON.stringify({
        eventName: `Do${at % 90}`,
        acsRegion: 'cn-hangzhou',
        eventTime: new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString(),
        userIdentity: { accountId: String(11_111 + (at % 4)) },
      }),
    );
    await show(fileWith(lines.join('\n'), '.trail.jsonl'));
    await explorer.ready();
    assert.equal(explorer.provider.tree?.groups.size, 20_000);
    // How long a step takes is measured where nobody else works: test/unit/trail/groups.test.ts.
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    explorer.provider.refresh();
    await explorer.provider.settled();
    clearInterval(timer);
    assert.ok(turns > 0);
  });

  it('the last choice counts when choices come fast', async () => {
    await show(vscode.Uri.file(SAMPLE));
    await explorer.ready();
    for (const outer of ['account', 'name', 'account', 'name', 'account'] as const)
      void explorer.preferences.groupBy([outer, outer === 'name' ? 'account' : 'name']);
    await explorer.provider.settled();
    assert.deepEqual(explorer.provider.tree?.groups.request, explorer.preferences.request);
  });
});

describe('commands of the explorer', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('are all there', async () => {
    const extension = vscode.extensions.getExtension('trail-log-inspector.trail-log-inspector');
    await extension?.activate();
    const manifest = extension?.packageJSON as { contributes: { commands: readonly { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands());
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command));
    assert.deepEqual(missing, []);
  });

  it('go to the next and the previous event of a name, round the end', async () => {
    const editor = await show(fileWith([named('AssumeRole'), named('StopInstance'), named('AssumeRole')].join('\n')));
    const go = async (command: string): Promise<number> => {
      const { selection } = editor;
      await vscode.commands.executeCommand(command);
      await until('the cursor to move', () => !editor.selection.isEqual(selection));
      assert.equal(editor.document.getText(editor.selection), 'AssumeRole');
      return editor.selection.start.line;
    };
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    const lines = named('AssumeRole').split('\n').length;
    const line = named('AssumeRole')
      .split('\n')
      .findIndex((text) => text.includes('eventName'));
    assert.equal(await go('trail.nextOccurrence'), lines * 2 + line);
    assert.equal(await go('trail.nextOccurrence'), line);
    assert.equal(await go('trail.previousOccurrence'), lines * 2 + line);
    assert.equal(await go('trail.previousOccurrence'), line);
  });

  it('find a name that stands inside a string', async () => {
    const inner = JSON.stringify({ eventName: 'AssumeRole', acsRegion: 'cn-hangzhou', eventTime: '2020-01-09T12:12:14Z' });
    const record = JSON.stringify({ __topic__: 'actiontrail_audit_event', event: inner });
    const editor = await show(fileWith(`${record}\n${record}\n`, '.trail.jsonl'));
    await vscode.commands.executeCommand('trail.nextOccurrence');
    await until('the cursor to move', () => editor.selection.start.line === 1);
    assert.equal(editor.document.getText(editor.selection), 'AssumeRole');
  });

  it('open the sample as a new document', async () => {
    await vscode.commands.executeCommand('trail.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'trail-json');
    assert.ok(document.isUntitled);
    assert.match(document.getText(), /"eventName"/);
  });

  it('have keys that nothing else has', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const bindings = JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as readonly { key: string; command: string }[];
    // Copying in the tree is on the key of copying.
    const ours = bindings.filter(({ command }) => command.startsWith('trail.') && command !== 'trail.explorer.copyValue');
    assert.ok(ours.some(({ command }) => command === 'trail.explorer.nextOccurrence'));
    const keys = new Set(ours.map(({ key }) => key));
    const others = bindings.filter(({ key, command }) => keys.has(key) && !command.startsWith('trail.'));
    assert.deepEqual(others, []);
  });
});
