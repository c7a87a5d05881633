import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, fileWith, FLINK, LANGUAGE, openTrail, published, ROOT, said } from './documents';
import { hoverAt, hoverOn, positionOf } from './hovers';
import { until } from './wait';

const FLINK_EVENTS = join(ROOT, '../shared/facts/flink-events.csv');
const isChinese = LANGUAGE.startsWith('zh');

function assertSays(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `"${part}" is not in:\n${text}`);
}

async function setLanguages(value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('trail').update('hover.languages', value, vscode.ConfigurationTarget.Global);
}

describe('hover', () => {
  afterEach(closeAll);

  it('explains an event name in both languages, that of the display first @words', async () => {
    const document = await openTrail(FLINK);
    const text = await hoverOn(document, '"AppendVSwitchId"', 1, 3);
    assertSays(text, 'Adds a vSwitch', '增加虚拟交换机', 'cn-shanghai');
    assert.equal(text.indexOf('增加') < text.indexOf('Adds'), isChinese);
    assertSays(text, isChinese ? '本日志中出现 **1** 次，没有失败' : 'In this log: **1 event**, none failed');
  });

  it('follows the setting for languages @words', async () => {
    const document = await openTrail(FLINK);
    try {
      await setLanguages('zh');
      assert.ok(!(await hoverOn(document, 'AppendVSwitchId')).includes('Adds'));
      await setLanguages('en');
      assert.ok(!(await hoverOn(document, 'AppendVSwitchId')).includes('增加'));
    } finally {
      await setLanguages(undefined);
    }
  });

  (existsSync(FLINK_EVENTS) ? it : it.skip)('explains the 22 documented events, whatever their case @words', async () => {
    const rows = readFileSync(FLINK_EVENTS, 'utf8').trim().split(/\r?\n/).slice(1);
    const names = rows.map((row) => row.split(',')[0] ?? '');
    assert.equal(names.length, 22);
    const lines = names
      .flatMap((name) => [name, name.toUpperCase()])
      .map((name) => eventLine({ eventName: `"${name}"`, serviceName: '"RealtimeCompute"' }));
    const document = await openTrail(lines.join('\n'));
    for (const [index, name] of names.entries()) {
      for (const [line, spelled] of [
        [2 * index, name],
        [2 * index + 1, name.toUpperCase()],
      ] as const) {
        const column = document.lineAt(line).text.indexOf(`"${spelled}"`) + 2;
        const text = await hoverAt(document, new vscode.Position(line, column));
        assertSays(text, isChinese ? '本日志中出现 **2** 次' : '**2 events**', 'cn-shanghai'.slice(0, 2));
        assert.ok(!text.includes('derived from the name'), text);
        assert.equal(text.includes(`\`${name}\``), spelled !== name, text);
      }
    }
  });

  it('explains keys and values', async () => {
    const document = await openTrail(FLINK);
    assertSays(await hoverOn(document, '"SourceIpAddress"'), 'came from', '源 IP');
    assertSays(await hoverOn(document, '2020-12-01T'), '2020-12-01 11:54:59.366 UTC', '本地时间', 'local time');
    assertSays(await hoverOn(document, 'cn-beijing-g'), 'zone G', '可用区 G');
    assertSays(await hoverOn(document, '"AcsHost"'), 'gateway', '网关');
    assertSays(await hoverOn(document, 'root-account'), 'account itself', '主账号');
    assert.equal(await hoverOn(document, ': "", '.slice(0, 2), 1, 0), '');
  });

  it('marks the range that it speaks of', async () => {
    const document = await openTrail(FLINK);
    const position = positionOf(document, 'cn-hangzhou');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    assert.equal(document.getText(hover?.range), '"cn-hangzhou"');
  });

  it('decodes an escaped string, with a link that unescapes it and may run nothing else @words', async () => {
    const document = await openTrail(FLINK);
    const position = positionOf(document, 'vsw-xxxxx');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const contents = (hover?.contents ?? []) as vscode.MarkdownString[];
    assertSays(
      contents[0]?.value ?? '',
      '```json\n["vsw-xxxxx", "vsw-xxxxx"]\n```',
      isChinese ? '多转义了一次' : 'escaped once too often',
    );
    const links = contents.filter(({ isTrusted }) => isTrusted !== undefined && isTrusted !== false);
    assert.equal(links.length, 1);
    assert.deepEqual(links[0]?.isTrusted, { enabledCommands: ['trail.unescape'] });
    const target = /\(command:trail\.unescape\?([^ )]*)/.exec(links[0].value)?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(target)), [document.uri.toString(), document.getText().indexOf('"[\\\\')]);
    assertSays(links[0].value, said('Unescape in the file'));
    for (const content of contents) assert.ok(content.supportHtml !== true && content.supportThemeIcons !== true);
  });

  it('explains events within Log Service records, as objects and as strings @words', async () => {
    const held = event({ eventName: '"AppendVswitchId"', serviceName: '"RealtimeCompute"' });
    const asObject = `{"__topic__":"actiontrail_audit_event","__time__":"1772413332","event":${eventLine({ eventName: '"AppendVswitchId"', serviceName: '"RealtimeCompute"' })}}`;
    const asString = JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1772413332', event: held });
    const document = await openTrail(`${asObject}\n${asString}\n`);
    assertSays(await hoverOn(document, 'AppendVswitchId', 1), 'Adds a vSwitch');
    const inside = await hoverOn(document, 'AppendVswitchId', 2);
    assertSays(inside, 'Adds a vSwitch', '`root`', isChinese ? '出现 **2** 次' : '**2 events**');
    assertSays(await hoverOn(document, String.raw`\"cn-hangzhou`, 1, 4), '杭州', 'Adds a vSwitch');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, String.raw`\"cn-hangzhou`, 1, 4),
    );
    assert.equal(document.getText(hover?.range), String.raw`\"cn-hangzhou\"`);
  });

  it('explains the keys around the events of a response', async () => {
    const document = await openTrail(
      `{"RequestId":"r","StartTime":"2026-03-01T00:00:00Z","NextToken":"t","Events":[${eventLine()}]}`,
    );
    assertSays(await hoverOn(document, 'NextToken'), '`NextToken`');
    assertSays(await hoverOn(document, '2026-03-01T'), '2026-03-01 00:00:00 UTC');
  });

  it('lets no value of the log become more than text', async () => {
    const name = '](command:workbench.action.quit) <img src=x> ```js $(bug) https://example.com/';
    const document = await openTrail(eventLine({ eventName: JSON.stringify(name), userAgent: JSON.stringify(name) }));
    for (const nth of [1, 2]) {
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'command:', nth),
      );
      for (const content of hover?.contents as vscode.MarkdownString[]) {
        assert.ok(content.isTrusted !== true && content.supportHtml !== true && content.supportThemeIcons !== true);
        assert.ok(!/(?<!\\)\]\(command:workbench/.test(content.value.replace(/(`+)[^]*?\1(?!`)/g, '')), content.value);
      }
    }
  });

  it('says nothing in the log of another cloud', async () => {
    const document = await openTrail(
      '{"Records":[{"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventName":"StartInstances","awsRegion":"us-east-2","eventSource":"ec2.amazonaws.com","eventID":"e"}]}',
    );
    assert.equal(await hoverOn(document, 'StartInstances'), '');
  });

  it('costs no more in a large log than in a small one', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => eventLine({ eventName: `"Event${String(index % 100)}"` }));
    const uri = fileWith(lines.join('\n'), '.trail.jsonl');
    const document = await published(() => vscode.workspace.openTextDocument(uri));
    const line = 50_000;
    const position = new vscode.Position(line, document.lineAt(line).text.indexOf('"Event') + 3);
    const whole = isChinese ? '本日志中出现' : 'In this log: ';
    await until('the whole log to be counted', async () => (await hoverAt(document, position)).includes(whole));
    const started = performance.now();
    for (let count = 0; count < 10; count++) assertSays(await hoverAt(document, position), '600');
    const each = (performance.now() - started) / 10;
    console.log(`      a hover in ${(document.getText().length / 1e6).toFixed(0)} MB: ${each.toFixed(1)} ms`);
  });

  it('can be cancelled, and follows edits', async () => {
    const document = await openTrail(eventLine({ eventName: '"StopInstance"' }));
    await vscode.window.showTextDocument(document);
    const position = positionOf(document, 'StopInstance');
    assertSays(await hoverAt(document, position), 'instance');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      document.getWordRangeAtPosition(position, /\w+/) ?? new vscode.Range(position, position),
      'DeleteTrail',
    );
    await vscode.workspace.applyEdit(edit);
    assertSays(await hoverAt(document, position), 'trail', '跟踪');
  });
});
