import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventsOf, importFolder, importTexts, problemsOf, shared } from './run';

const doc = (...lines: string[]): Record<string, string> => ({ 'a.md': lines.join('\n') });
const SAMPLE = ['```', '{"ServiceName": "Ecs"}', '```'];

describe('import of Markdown', () => {
  it('takes a table of event names', () => {
    const result = importTexts(
      doc('# Events', '', '|Event name|Description|', '|---|---|', '|StopInstance|Stops an instance.|', ...SAMPLE),
    );
    assert.deepEqual(eventsOf(result), ['ecs/StopInstance - Stops an instance.']);
    assert.deepEqual(result.languages, ['en']);
    assert.deepEqual(problemsOf(result), []);
  });

  it('merges the two languages of a document, whichever of them names the service', () => {
    const en = ['|Event name|Description|', '|--|--|', '|StopInstance|Stops it.|', '|StartInstance|Starts it.|'].join('\n');
    const zh = ['|事件名称|说明|', '|--|--|', '|StopInstance|停止实例|', ...SAMPLE].join('\n');
    const expected = ['ecs/StopInstance 停止实例 Stops it.', 'ecs/StartInstance - Starts it.'];
    for (const [one, two] of [
      ['events.en.md', 'events.zh.md'],
      ['en-US/events.md', 'zh-CN/events.md'],
      ['events_en.md', 'events_zh-CN.md'],
    ] as const) {
      assert.deepEqual(eventsOf(importTexts({ [one]: en, [two]: zh })), expected);
      assert.deepEqual(eventsOf(importTexts({ [two]: zh, [one]: en })), expected);
    }
    // Other names of files: the events tell that it is the same document.
    assert.deepEqual(eventsOf(importTexts({ 'one.md': en, 'two.md': zh })), expected);
  });

  for (const [header, language] of [
    ['事件名称|说明', 'zh'],
    ['Event name|Description', 'en'],
    ['API|描述', 'zh'],
    ['API name|Description', 'en'],
    ['操作|说明', 'zh'],
    ['Operation|Description', 'en'],
    ['**Event Name**|*Description*', 'en'],
    ['接口名称（Action）|接口说明', 'zh'],
    ['事件名|含义', 'zh'],
    ['Event|Meaning', 'en'],
  ] as const) {
    it(`knows the header ${header}`, () => {
      const text = language === 'zh' ? '停止实例' : 'Stops it.';
      const result = importTexts(doc(`|${header}|`, '|:--|--:|', `|StopInstance|${text}|`, ...SAMPLE));
      assert.equal(result.files[0]?.events['StopInstance']?.[language], text);
    });
  }

  it('takes tables with three columns, in any order, in two languages, with services and kinds', () => {
    const result = importTexts(
      doc(
        '|No.|说明|Description|API|产品|读写类型|',
        '|-|-|-|-|-|-|',
        '|1|停止实例|Stops it.|StopInstance|Ecs|Write|',
        '|2|查询实例|Queries it.|DescribeDBInstances|Rds|只读|',
        '|3|流式|Streams.|CreateNameSpace|RealtimeCompute||',
      ),
    );
    assert.deepEqual(eventsOf(result), [
      'ecs/StopInstance 停止实例 Stops it. write',
      'rds/DescribeDBInstances 查询实例 Queries it. read',
      'foasconsole/CreateNameSpace 流式 Streams.',
    ]);
  });

  it('reads cells without their markup', () => {
    const cells = [
      ['[StopInstance](~~25501~~)', '**Stops** an *instance*.', 'Stops an instance.'],
      ['`StartInstance`', 'Starts `a\\|b` \\(now\\).', 'Starts a|b (now).'],
      ['[DeleteInstance](https://example.com/a_(b) "t")', 'Deletes<br/>an instance &amp; more.', 'Deletes an instance & more.'],
      ['**[RunInstances][1]**', '![icon](a.png)Runs snake_case_name and __bold__.', 'Runs snake_case_name and bold.'],
      ['Reboot\\_Instance', 'Costs 2 * 3 < 7 ~~not~~ [draft]', 'Costs 2 * 3 < 7 not [draft]'],
      ['<b>CreateImage</b>', '<https://example.com> ``a`b``', 'https://example.com a`b'],
    ] as const;
    const result = importTexts(doc('|API|Description|', '|-|-|', ...cells.map(([name, text]) => `|${name}|${text}|`), ...SAMPLE));
    assert.deepEqual(
      Object.values(result.files[0]?.events ?? {}).map(({ en }) => en),
      cells.map(([, , text]) => text),
    );
    assert.deepEqual(Object.keys(result.files[0]?.events ?? {}), [
      'StopInstance',
      'StartInstance',
      'DeleteInstance',
      'RunInstances',
      'Reboot_Instance',
      'CreateImage',
    ]);
  });

  it('takes tables that are indented, quoted, behind a list, without outer bars', () => {
    const result = importTexts(
      doc(
        '-   Some item',
        '    |Event name|Description|',
        '    |----------|-----------|',
        '    |A1|One.|',
        '',
        '1.  Next',
        '> Event name | Description',
        '> :-- | --:',
        '> A2 | Two.',
        '',
        '- last',
        'API | Description',
        '--- | ---',
        'A3 | Three.',
        ...SAMPLE,
      ),
    );
    assert.deepEqual(eventsOf(result), ['ecs/A1 - One.', 'ecs/A2 - Two.', 'ecs/A3 - Three.']);
  });

  it('leaves code blocks and tables of other things alone', () => {
    const result = importTexts(
      doc(
        '|参数|说明|',
        '|-|-|',
        '|InstanceId|实例 ID|',
        '',
        '~~~md',
        '|Event name|Description|',
        '|-|-|',
        '|Fake|No.|',
        '~~~',
        '|操作|说明|',
        '|-|-|',
        '|单击确定|保存|',
        '',
        '|Event name|Description|',
        '|-|-|',
        '|Real|Yes.|',
        ...SAMPLE,
      ),
    );
    assert.deepEqual(eventsOf(result), ['ecs/Real - Yes.']);
    assert.deepEqual(problemsOf(result), []);
  });

  it('takes several names in one cell, and names with their product', () => {
    const result = importTexts(
      doc('|操作|说明|', '|-|-|', '|AddTags、RemoveTags<br>ListTags|标签|', '|oss:PutObject|上传|', ...SAMPLE),
    );
    assert.deepEqual(eventsOf(result), [
      'oss/PutObject 上传 -',
      'ecs/AddTags 标签 -',
      'ecs/RemoveTags 标签 -',
      'ecs/ListTags 标签 -',
    ]);
  });

  it('reports what it cannot take, with the line, and takes the rest', () => {
    const result = importTexts(
      doc(
        '|Event name|Description|',
        '|-|-|',
        '|Good|Fine.|',
        '|not a name!|Bad.|',
        '|Empty||',
        '|Good|Other.|',
        '|Good|Fine.|',
        ...SAMPLE,
      ),
    );
    assert.deepEqual(eventsOf(result), ['ecs/Good - Fine.']);
    assert.deepEqual(problemsOf(result), ['a.md:4 bad-name not a name!', 'a.md:5 no-meaning Empty', 'a.md:6 duplicate Good']);
    assert.deepEqual(problemsOf(importTexts(doc('# Nothing', '|a|b|', '|-|-|', '|c|d|'))), ['a.md: no-table']);
    assert.deepEqual(problemsOf(importTexts(doc(' '))), ['a.md: empty']);
  });

  it('takes events of an unknown service for every product, and says so', () => {
    const text = doc('|Event name|Description|', '|-|-|', '|Foo|Bars.|');
    const result = importTexts(text);
    assert.deepEqual(eventsOf(result), ['*/Foo - Bars.']);
    assert.equal(result.withoutService, 1);
    assert.deepEqual(problemsOf(result), ['a.md: no-service']);
    assert.deepEqual(eventsOf(importTexts(text, { service: 'Vpc' })), ['vpc/Foo - Bars.']);
  });

  it('does not guess between two services of its samples', () => {
    const result = importTexts(
      doc('|API|Description|', '|-|-|', '|Foo|Bars.|', '```', '"serviceName":"Ecs"', '"serviceName": "Rds"', '```'),
    );
    assert.deepEqual(eventsOf(result), ['*/Foo - Bars.']);
  });

  it('reads hostile documents in linear time', () => {
    const cells = [
      '['.repeat(50_000),
      '`'.repeat(50_000),
      '<'.repeat(50_000),
      '*a'.repeat(30_000),
      '!['.repeat(30_000),
      '&'.repeat(50_000),
      '[a]('.repeat(20_000),
    ];
    const started = process.cpuUsage();
    for (const cell of cells)
      importTexts(doc('|API|Description|', '|-|-|', `|Foo|${cell}|`, `|${'-'.repeat(20_000)}`, '|:-'.repeat(20_000)));
    assert.ok(process.cpuUsage(started).user < 10_000_000);
  });

  const seeds = shared('seeds');
  it("takes the vendor's own documents word by word", { skip: seeds === undefined }, () => {
    const result = importFolder(seeds ?? '');
    assert.deepEqual(problemsOf(result), []);
    assert.deepEqual(
      result.files.map(({ service }) => service),
      ['foasconsole'],
    );
    const [, ...rows] = readFileSync(join(seeds ?? '', '../facts/flink-events.csv'), 'utf8')
      .trim()
      .split(/\r?\n/);
    assert.equal(rows.length, 22);
    assert.deepEqual(
      Object.entries(result.files[0]?.events ?? {})
        .map(([name, { zh, en }]) => `${name},${zh ?? ''},${en ?? ''}`)
        .sort(),
      rows.map((row) => row.replaceAll('"', '')).sort(),
    );
  });
});
