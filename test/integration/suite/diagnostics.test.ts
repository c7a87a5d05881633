import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  codesOf,
  event,
  eventLine,
  FLINK,
  LANGUAGE,
  openTrail,
  problemsOf,
  ROOT,
  said,
  setSeverity,
} from './documents';
import { pause, until } from './wait';

const { Error, Warning, Information, Hint } = vscode.DiagnosticSeverity;

/** The text without its marks « and », and the range between them. */
function marked(source: string): { readonly text: string; readonly start: number; readonly end: number } {
  return { text: source.replace(/[«»]/g, ''), start: source.indexOf('«'), end: source.indexOf('»') - 1 };
}

interface Case {
  readonly code: string;
  readonly severity: vscode.DiagnosticSeverity;
  /** The place that is to be marked stands between « and ». */
  readonly bad: string;
  /** Much the same, without the mistake. */
  readonly good: string;
  /** What the message must name. */
  readonly names?: string;
}

const CASES: readonly Case[] = [
  { code: 'syntax', severity: Error, bad: event({ apiVersion: '"1«"» "x": 2' }), good: event({ apiVersion: '"1", "x": 2' }) },
  { code: 'syntax', severity: Error, bad: event({ apiVersion: '«2014-05-26»' }), good: event({ apiVersion: '"2014-05-26"' }) },
  { code: 'syntax', severity: Error, bad: event({ apiVersion: '"a«\\d»b"' }), good: event({ apiVersion: '"a\\\\db"' }) },
  { code: 'syntax', severity: Error, bad: `[${eventLine()} ]«]»`, good: `[${eventLine()} ]` },
  {
    code: 'comment',
    severity: Warning,
    bad: event({ apiVersion: '"1" «// 版本»' }),
    good: event({ apiVersion: '"https://a/*b*/"' }),
  },
  { code: 'comment', severity: Warning, bad: `«/* two\nlines */»\n${event()}`, good: event() },
  {
    code: 'trailing-comma',
    severity: Warning,
    bad: event({ requestParameters: '{"a": 1«,» }' }),
    good: event({ requestParameters: '{"a": 1 }' }),
  },
  { code: 'trailing-comma', severity: Warning, bad: `[${eventLine()}«,»\n]`, good: `[${eventLine()},\n${eventLine()}]` },
  {
    code: 'unquoted-mask',
    severity: Warning,
    bad: event({ recipientAccountId: '«175***657»' }),
    good: event({ recipientAccountId: '"175***657"' }),
  },
  {
    code: 'duplicate-key',
    severity: Warning,
    bad: event({ requestParameters: '{"a": 1, «"a"»: 2}' }),
    good: event({ requestParameters: '{"a": {"a": 1}, "b": {"a": 1}}' }),
    names: 'a',
  },
  {
    code: 'missing-field',
    severity: Warning,
    bad: `«{»${event({ eventTime: undefined }).slice(1)}`,
    good: event(),
    names: 'eventTime',
  },
  {
    code: 'wrong-type',
    severity: Warning,
    bad: event({ eventName: '«17»' }),
    good: event({ eventVersion: '1' }),
    names: 'eventName',
  },
  {
    code: 'wrong-type',
    severity: Warning,
    bad: event({ responseElements: '«[»1]' }),
    good: event({ responseElements: 'null' }),
    names: 'responseElements',
  },
  {
    code: 'bad-time',
    severity: Warning,
    bad: event({ eventTime: '«"2020-13-09 25:00"»' }),
    good: event({ eventTime: '"2020-12-01T11:54:59.366+0000"' }),
    names: '2020-13-09 25:00',
  },
  {
    code: 'bad-address',
    severity: Warning,
    bad: event({ sourceIpAddress: '«"300.1.2.3"»' }),
    good: event({ sourceIpAddress: '"100.**.***.69"' }),
    names: '300.1.2.3',
  },
  {
    code: 'bad-address',
    severity: Warning,
    bad: event({ sourceIpAddress: '«"1.2.3.4.5"»' }),
    good: event({ sourceIpAddress: '"2001:db8::1"' }),
  },
  {
    code: 'bad-account-id',
    severity: Warning,
    bad: event({ recipientAccountId: '«"12345678901234567890"»' }),
    good: event({ recipientAccountId: '"1234****5678"' }),
    names: '12345678901234567890',
  },
  {
    code: 'unknown-region',
    severity: Warning,
    bad: event({ acsRegion: '«"cn-atlantis"»' }),
    good: event({ acsRegion: '"ap-southeast-1"' }),
    names: 'cn-atlantis',
  },
  {
    code: 'field-name',
    severity: Warning,
    bad: event({ sourceIpAddress: undefined }).replace('"userAgent"', '«"sourceIPAddress"»: "192.0.2.7", "userAgent"'),
    good: event(),
    names: 'sourceIpAddress',
  },
  {
    code: 'mixed-casing',
    severity: Warning,
    bad: event({ eventRW: undefined }).replace('"serviceName"', '«"ServiceName"»'),
    good: FLINK.replaceAll('\\', ''),
    names: 'serviceName',
  },
  {
    code: 'escaped-json',
    severity: Hint,
    bad: event({ requestParameters: String.raw`{"p": «"[\"a\"]"»}` }),
    good: event({ requestParameters: '{"p": "[abc]", "q": "{name}"}' }),
  },
  {
    code: 'over-escaped-json',
    severity: Warning,
    bad: event({ requestParameters: String.raw`{"p": «"[\\\"a\\\"]"»}` }),
    good: event({ requestParameters: String.raw`{"p": "[\"a\"]"}` }),
  },
  {
    code: 'event-name-case',
    severity: Information,
    bad: event({ eventName: '«"LookUpEvents"»', serviceName: '"Actiontrail"' }),
    good: event({ eventName: '"LookupEvents"', serviceName: '"Actiontrail"' }),
    names: 'LookupEvents',
  },
  { code: 'truncated', severity: Error, bad: event().slice(0, -1).trimEnd().replace(/\}$/, '«}»'), good: event() },
  { code: 'truncated', severity: Error, bad: `[${eventLine().slice(0, -1)}«}»`, good: `[${eventLine()}]` },
];

describe('diagnostics', function () {
  afterEach(closeAll);

  for (const [number, { code, severity, bad, good, names }] of CASES.entries()) {
    it(`${code} (${number}): marks the place @words`, async () => {
      const { text, start, end } = marked(bad);
      const document = await openTrail(text);
      const found = problemsOf(document).filter((problem) => codeOf(problem.code) === code);
      const places = codesOf(document);
      assert.equal(found.length, 1, places.join(' | '));
      const [problem] = found;
      assert.ok(problem);
      assert.deepEqual(
        [document.offsetAt(problem.range.start), document.offsetAt(problem.range.end)],
        [start, end],
        document.getText(problem.range),
      );
      assert.equal(problem.severity, severity);
      if (names !== undefined) assert.ok(problem.message.includes(names), problem.message);
      if (LANGUAGE === 'zh-cn') assert.match(problem.message, /[\u4e00-\u9fff]/);
      else assert.match(problem.message, /^[ -~…]*$/);
    });

    it(`${code} (${number}): says nothing of what is right`, async () => {
      assert.ok(!codesOf(await openTrail(good)).includes(code));
    });
  }

  it('finds in a whole event nothing', async () => {
    assert.deepEqual(codesOf(await openTrail(event())), []);
  });

  it("gives for the vendor's sample only the parameter that was escaped too often @words", async () => {
    for (const text of [
      FLINK,
      FLINK.replaceAll('\n', '\r\n'),
      FLINK.replaceAll('  ', '\t'),
      FLINK.split('\n')
        .map((line) => line.trim())
        .join(''),
    ]) {
      const document = await openTrail(text);
      const serious = problemsOf(document).filter(({ severity }) => severity <= Warning);
      assert.deepEqual(
        serious.map(({ code }) => codeOf(code)),
        ['over-escaped-json'],
      );
      assert.equal(document.getText(serious[0]?.range), String.raw`"[\\\"vsw-xxxxx\\\",\\\"vsw-xxxxx\\\"]"`);
      assert.equal(serious[0]?.message, said('This string holds JSON that was escaped once too often.'));
    }
  });

  it('gives for valid samples of others no error, where they are at hand', async function () {
    const folder = join(ROOT, '../shared/samples');
    if (!existsSync(folder)) this.skip();
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      try {
        JSON.parse(text);
      } catch {
        continue;
      }
      const document = await openTrail(text);
      const errors = problemsOf(document).filter(({ severity }) => severity === Error);
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
        name,
      );
      if (name.startsWith('flink'))
        assert.deepEqual(
          problemsOf(document)
            .filter(({ severity }) => severity <= Warning)
            .map(({ code }) => codeOf(code)),
          ['over-escaped-json'],
        );
    }
  });

  it('goes on behind a mistake, with the next event', async () => {
    const document = await openTrail(
      `[\n${event({ eventTime: '"2020-' }).replace('"2020-,', '"2020-')},\n${event({ acsRegion: '"cn-atlantis"' })}\n]`,
    );
    const problems = problemsOf(document);
    assert.ok(problems.some(({ severity }) => severity === Error));
    assert.ok(problems.some(({ code, range }) => codeOf(code) === 'unknown-region' && range.start.line > 10));
  });

  const shapes: Readonly<Record<string, string>> = {
    array: `[\n${event({ acsRegion: '"cn-atlantis"' })},\n${event()}\n]`,
    lines: `${eventLine()}\n${eventLine({ acsRegion: '"cn-atlantis"' })}\n`,
    'one after another': `${event()}\n${event({ acsRegion: '"cn-atlantis"' })}\n`,
    'a response': `{"RequestId": "x", "StartTime": "2020-01-01T00:00:00Z", "EndTime": "2020-01-02T00:00:00Z", "Events": [${event({ acsRegion: '"cn-atlantis"' })}]}`,
    'Log Service': JSON.stringify({
      __topic__: 'actiontrail_audit_event',
      __time__: '1',
      event: eventLine({ acsRegion: '"cn-atlantis"' }),
    }),
  };
  for (const [shape, text] of Object.entries(shapes))
    for (const [ends, file] of [
      ['LF', text],
      ['CR LF', text.replaceAll('\n', '\r\n')],
    ] as const)
      it(`reads ${shape}, ${ends}`, async () => {
        const document = await openTrail(file);
        const problems = problemsOf(document).filter(({ severity }) => severity <= Warning);
        assert.deepEqual(
          problems.map(({ code }) => codeOf(code)),
          ['unknown-region'],
        );
        assert.match(document.getText(problems[0]?.range), /^\\?"cn-atlantis\\?"$/);
      });

  it('says of a text that is no JSON so once, and nothing of an empty one @words', async () => {
    const text = await openTrail('Dear colleague,\nplease find the log attached.\n');
    assert.deepEqual(
      problemsOf(text).map(({ message }) => message),
      [said('This text holds no JSON.')],
    );
    assert.deepEqual(codesOf(await openTrail('')), []);
  });

  it("checks only how another cloud's records are written", async () => {
    const aws = (extra: string): string =>
      `{"Records": [{"eventVersion": "1.05", "eventTime": "yesterday", "eventSource": "iam.amazonaws.com", "eventName": "x", "awsRegion": "us-east-1", "sourceIPAddress": "300.1.1.1", "eventID": "1"${extra}}]}`;
    assert.deepEqual(codesOf(await openTrail(aws(''))), []);
    assert.deepEqual(codesOf(await openTrail(aws(','))), ['trailing-comma']);
  });

  it('shows each code with the severity that is set, at once', async () => {
    const document = await openTrail(event({ apiVersion: '"1" // x' }));
    const severityOf = (): vscode.DiagnosticSeverity | undefined =>
      problemsOf(document).find(({ code }) => codeOf(code) === 'comment')?.severity;
    try {
      for (const [value, severity] of [
        ['error', Error],
        ['hint', vscode.DiagnosticSeverity.Hint],
        ['off', undefined],
        ['information', Information],
      ] as const) {
        await setSeverity({ comment: value });
        await until(`severity ${value}`, () => severityOf() === severity);
      }
    } finally {
      await setSeverity(undefined);
    }
    await until('the severity without a setting', () => severityOf() === Warning);
  });

  it('keeps a share for each code where there are too many, and says how many more there are @words', async () => {
    const comments = Array.from({ length: 1_500 }, (_, index) => `${eventLine({ eventId: `"a-${index}"` })} // x`);
    const regions = Array.from({ length: 1_200 }, (_, index) =>
      eventLine({ eventId: `"b-${index}"`, acsRegion: '"cn-atlantis"' }),
    );
    const document = await openTrail([...comments, ...regions, eventLine({ eventTime: '"never"' })].join('\n'));
    await until('all problems', () => codesOf(document).includes('bad-time'));
    const problems = problemsOf(document);
    assert.equal(problems.length, 1_000);
    const counts = (code: string): number => problems.filter((problem) => codeOf(problem.code) === code).length;
    assert.equal(counts('bad-time'), 1);
    assert.equal(counts('comment'), 499);
    assert.equal(counts('unknown-region'), 499);
    const more = (count: number): string => count.toLocaleString(LANGUAGE);
    const each = `comment ${more(1_001)}, unknown-region ${more(701)}`;
    assert.ok(
      problems.some(({ message }) => message === said('… and {0} more: {1}.', more(1_702), each)),
      problems.at(-1)?.message,
    );
  });

  it('drops the problems with the document', async () => {
    const document = await openTrail(event({ acsRegion: '"cn-atlantis"' }));
    assert.equal(codesOf(document).length, 1);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await until('no problems', () => problemsOf(document).length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'trail-json');
    await until('the problem', () => problemsOf(document).length === 1);
  });

  it('follows typing, in steps, and rests when nothing changes', async () => {
    const document = await openTrail(event());
    const editor = await vscode.window.showTextDocument(document);
    // The editor tells of some publications a second time, when it has drawn them: each state counts once.
    const states: string[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const state = problemsOf(document)
        .map(({ message }) => message)
        .join('\n');
      if (uris.some((uri) => uri.toString() === document.uri.toString()) && state !== states.at(-1)) states.push(state);
    });
    const started = performance.now();
    for (let count = 0; count < 20; count++) {
      await editor.edit((edit) => {
        edit.insert(document.positionAt(document.getText().indexOf('"cn-hangzhou') + '"cn-hangzhou'.length), 'q');
      });
    }
    const typed = performance.now() - started;
    await until('the problem', () => states.at(-1)?.includes(`cn-hangzhou${'q'.repeat(20)}`));
    assert.ok(states.length <= typed / 150 + 2, `${states.length} publications in ${typed} ms:\n${states.join('\n')}`);
    const { length } = states;
    await pause(1_000);
    assert.equal(states.length, length);
    listener.dispose();
  });
});
