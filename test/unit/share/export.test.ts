import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import { codeSpan } from '../../../src/words/markdown';
import { plain } from '../../../src/words/messages';
import { findingsOf } from '../../../src/commands/share/report/findings';
import { htmlReport, htmlText } from '../../../src/commands/share/report/html';
import { markdownReport } from '../../../src/commands/share/report/markdown';
import { cellOf as markdownCell } from '../../../src/words/markdownTable';
import { type ReportContent } from '../../../src/commands/share/report/sheet';
import { type RowFindings } from '../../../src/checks/budget';
import { EXPORT_COLUMNS, USUAL_COLUMNS } from '../../../src/share/export/columns';
import { digestOf } from '../../../src/share/export/digest';
import { type DataFormat, exportEvents } from '../../../src/share/export/exportEvents';
import { cellOf, lineOf } from '../../../src/share/export/table';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event, SHAPES } from '../trail/logs';

const trailOf = (text: string): Trail<RowFindings> => Trail.of(new StringSource(text)) as Trail<RowFindings>;

function exported(text: string, format: DataFormat, has?: (row: number) => boolean, columns = USUAL_COLUMNS): string {
  const trail = trailOf(text);
  const texts: string[] = [];
  const request = { format, columns, ...(has ? { has } : {}) };
  finish(
    exportEvents({ trail, recordText: (row) => trail.recordText(row) }, request, (part) => {
      texts.push(part);
    }),
  );
  return texts.join('');
}

const HOSTILE: readonly string[] = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  ' =1',
  '\r\n=1',
  '"=1',
  ',=1',
  'a,"b"',
  'line\nbreak',
  'tab\there',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '](javascript:alert(1))',
  '`code` | bar \\| bar',
  '``` fence',
  'http://example.test/',
  '\u202egnp.exe',
  '\u0000nul',
  '',
  ' ',
  "it's",
];

test('a cell is what it was, or text where a spreadsheet would run it', () => {
  for (const value of HOSTILE)
    for (const delimiter of [',', '\t'] as const) {
      const line = lineOf(['a', value, 'b'], { delimiter });
      const [row] = Papa.parse<string[]>(line, { delimiter, newline: '\r\n' }).data;
      assert.equal(row?.length, 3, JSON.stringify(line));
      const cell = row[1] ?? '';
      assert.ok(cell === value || cell === `'${value}`, JSON.stringify(line));
      assert.doesNotMatch(cell, /^[\s\0]*[=+@＝＋＠]/);
    }
  assert.equal(cellOf('-5'), '-5');
  assert.equal(cellOf('-2+3'), "'-2+3");
  assert.equal(cellOf('=1'), "'=1");
  assert.equal(cellOf('1234567890123456'), '1234567890123456');
});

for (const [name, log] of Object.entries(SHAPES))
  test(`a log as ${name} comes out with all its events`, () => {
    const text = log(5);
    const { events } = trailOf(text);
    for (const format of ['csv', 'tsv'] as const) {
      const delimiter = format === 'csv' ? ',' : '\t';
      const rows = Papa.parse<string[]>(exported(text, format), { delimiter, skipEmptyLines: true }).data;
      assert.equal(rows.length, events + 1);
      assert.ok(rows.every((row) => row.length === USUAL_COLUMNS.length));
      const account = rows[1]?.[USUAL_COLUMNS.findIndex((column) => column.name === 'accountId')] ?? '';
      assert.match(account, /^1100/);
    }
    if (name === 'fragment' || name === 'commented') return;
    assert.equal((JSON.parse(exported(text, 'json')) as unknown[]).length, events);
    const lines = exported(text, 'jsonl').trimEnd().split('\n');
    assert.equal(lines.length, events);
    for (const line of lines) JSON.parse(line);
  });

test('numbers, escapes and order stay as they are written', () => {
  const record =
    '{\n  "eventName": "A\\u0042",\n  "requestParameters": {\n    "Bid": 1187000000004544000,\n    "x": 1.50e3 },\r\n "z": 1, "a": "two\\nlines" }';
  assert.equal(exported(record, 'json'), `[\n${record}\n]\n`);
  assert.equal(exported(record, 'jsonl'), `${record.replace(/\r?\n */g, '')}\n`);
  const [head, row] = Papa.parse<string[]>(exported(record, 'csv'), { skipEmptyLines: true }).data;
  const cell = (name: string): string => row?.[head?.indexOf(name) ?? -1] ?? '';
  assert.equal(cell('eventName'), 'AB');
  assert.equal(cell('requestParameters'), '{"Bid": 1187000000004544000,"x": 1.50e3 }');
});

test('what is damaged is still in every format, and counted', () => {
  const text = `[${JSON.stringify(event(1))},\n{"eventName": "Cut", "eventTime": "2026-03-01T02:00:00Z", "userIdentity": {"accountId": 11****5}, // note\n "serviceName": "Ecs"}]`;
  const trail = trailOf(text);
  const texts: string[] = [];
  const log = { trail, recordText: (row: number) => trail.recordText(row) };
  const done = finish(
    exportEvents(log, { format: 'jsonl', columns: [] }, (part) => {
      texts.push(part);
    }),
  );
  assert.deepEqual([done.events, done.damaged], [2, 1]);
  const [, line = ''] = texts.join('').split('\n');
  assert.match((JSON.parse(line) as { readonly damagedEvent: string }).damagedEvent, /"Cut"/);
  assert.match(exported(text, 'csv'), /Cut,Ecs,,11\*\*\*\*5/);
});

test('only the events that are wanted, and the columns', () => {
  const text = SHAPES['lines']?.(6) ?? '';
  assert.equal(exported(text, 'jsonl', (row) => row % 2 === 0).split('\n').length, 4);
  assert.equal(
    exported(text, 'json', () => false),
    '[]\n',
  );
  const columns = EXPORT_COLUMNS.filter(({ name }) => name === 'userName' || name === 'eventName');
  assert.match(
    exported(text, 'csv', (row) => row === 0, columns),
    /^eventName,userName\r\n[A-Za-z]+,user-0\r\n$/,
  );
});

function reportOf(text: string, name = 'log'): ReportContent {
  const trail = trailOf(text);
  return {
    name,
    digest: finish(digestOf(trail)),
    findings: finish(findingsOf(trail, undefined, plain)),
    note: undefined,
    language: 'en',
    t: plain,
  };
}

const hostileLog = HOSTILE.map((value, index) =>
  JSON.stringify(
    event(index, {
      errorCode: index % 2 === 0 ? value : '',
      userIdentity: { type: 'ram-user', accountId: value, userName: value },
      eventName: `N${value}`,
      acsRegion: value,
    }),
  ),
).join('\n');

test('nothing of a log is a tag in the page', () => {
  const page = htmlReport(reportOf(hostileLog, '<b>"&\u202e.json'));
  const tags = new Set([...page.matchAll(/<\/?([a-zA-Z!][a-zA-Z\d]*)/g)].map(([, tag]) => tag?.toLowerCase()));
  for (const tag of tags)
    assert.ok(
      '!doctype html head meta title style body h1 h2 ul li svg rect table thead tbody tr th td p'.split(' ').includes(tag ?? ''),
      tag,
    );
  assert.doesNotMatch(page, /<[^>]*\son\w+=|\u202e|\0/i);
  assert.match(page, /default-src 'none'/);
  for (const value of HOSTILE) assert.doesNotMatch(htmlText(value), /[<>"'`\u202e]/);
});

test('nothing of a log is a format in Markdown', () => {
  const report = markdownReport(reportOf(hostileLog, '`x` | [y](z)'));
  const tables = report.split('\n').filter((line) => line.startsWith('|'));
  for (const line of tables) {
    // Bars that are not in a code span; no cell has one in it.
    const bars = line.replace(/\\[!-/:-@[-`{-~]/g, '').match(/\|/g)?.length;
    assert.ok(bars === 9 || bars === 5, line);
  }
  assert.doesNotMatch(
    report.replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, '').replace(/!\[[^\]]*\]\(data:[^)]*\)/g, ''),
    /(?<!\\)[<[]|http:\/\/|\u202e/,
  );
  assert.equal(markdownCell({ text: 'a', isOurs: false }), codeSpan('a'));
});

test('a report says who did what, what failed, and when', () => {
  const text = [0, 1, 2, 3]
    .map((index) =>
      JSON.stringify(event(index, { eventName: 'StopInstance', ...(index === 3 ? { errorCode: 'Forbidden' } : {}) })),
    )
    .join('\n');
  const content = reportOf(text);
  const { digest } = content;
  assert.deepEqual([digest.events, digest.failures, digest.deeds.length, digest.failed.length], [4, 1, 4, 1]);
  assert.equal(
    digest.timeline?.counts.reduce((sum, one) => sum + one, 0),
    4,
  );
  const report = markdownReport(content);
  assert.match(report, /\| `Forbidden` \| `Ecs` \| `StopInstance` \| `1100000000000000` \| `user-3` \| 1 \|/);
  assert.match(report, /data:image\/svg\+xml;base64,/);
  const page = htmlReport(content);
  assert.match(page, /<svg [^>]*role="img"[^>]*aria-label="[^"]+">/);
  assert.match(page, /<td>Forbidden<\/td>/);
});

test('a log without events gives reports that say so', () => {
  const content = reportOf('{"Events":[],"RequestId":"r"}');
  assert.match(markdownReport(content), /No events/);
  assert.doesNotMatch(htmlReport(content), /<svg/);
});
