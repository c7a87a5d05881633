import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { comparable } from '../../../src/share/events/comparable';
import { byTime, eventsOf, type Form, put, withoutDuplicates } from '../../../src/share/events/convert';
import { factsOf } from '../../../src/share/events/facts';
import { logServiceQuery, lookupCommand } from '../../../src/share/events/find';
import { shellWord } from '../../../src/share/shell';
import { inCode, ticketOf } from '../../../src/share/events/ticket';
import { StringSource } from '../../../src/trail/source';
import { finish, type Steps } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';

const EVENT = `{"eventId":"A-1","eventName":"StopInstance","eventTime":"2020-01-09T12:12:14Z","serviceName":"Ecs","acsRegion":"cn-hangzhou",
"sourceIpAddress":"192.0.2.7","requestId":"R-1","errorCode":"Forbidden","errorMessage":"No.","userIdentity":{"type":"ram-user","userName":"a\`b","accountId":"1234567890123456"}}`;
/** The facts of the first record of a log. */
const factsIn = (text: string): ReturnType<typeof factsOf> => {
  const trail = Trail.of(new StringSource(text));
  return trail.rows.size === 0 ? undefined : factsOf(trail, 0);
};
const facts = (changes: Readonly<Record<string, unknown>> = {}): NonNullable<ReturnType<typeof factsOf>> => {
  const found = factsIn(JSON.stringify({ ...(JSON.parse(EVENT) as object), ...changes }));
  assert.ok(found);
  return found;
};
const WORDS = { actor: 'Who', action: 'What', target: 'On', context: 'How', result: 'Result', succeeded: 'ok', failed: 'failed' };

describe('a word of a shell command', () => {
  const HOSTILE = [
    'plain',
    '',
    "it's",
    '$(reboot)',
    '`reboot`',
    'a; rm -rf /',
    'a\nreboot\n',
    'a\\',
    "'; reboot; '",
    '-rf',
    '"$HOME"',
    '!!',
    '操作',
    '\u001b[201~\nreboot',
    "\r\u0007'\\'",
    '*',
    '~',
    'a=$IFS',
  ];
  for (const value of HOSTILE)
    it(`${JSON.stringify(value)} arrives as it is, and is seen`, () => {
      const word = shellWord(value);
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      assert.doesNotMatch(word, /[\u0000-\u001f\u007f\u202e]/);
      const printed = execFileSync('bash', ['-c', `printf '%s' ${word}`], { encoding: 'utf8' });
      assert.equal(printed, value);
    });

  it('what reorders text is written as an escape', () => {
    assert.equal(shellWord('a\u202eb'), String.raw`$'a\u202eb'`);
  });
});

describe('finding an event elsewhere', () => {
  it('by its id, around its time', () => {
    assert.equal(
      lookupCommand(facts()),
      'aliyun actiontrail LookupEvents --region cn-hangzhou --LookupAttribute.1.Key EventId --LookupAttribute.1.Value A-1 --StartTime 2020-01-09T12:07:14Z --EndTime 2020-01-09T12:17:14Z',
    );
    assert.equal(logServiceQuery(facts()), 'event.eventId: "A-1"');
  });

  it('by what else is known, where the id is masked; hostile values are quoted', () => {
    const hostile = facts({ eventId: 'A****', eventName: "x'; reboot", acsRegion: '' });
    assert.match(
      lookupCommand(hostile) ?? '',
      /--LookupAttribute\.1\.Key EventName --LookupAttribute\.1\.Value 'x'\\''; reboot' --LookupAttribute\.2/,
    );
    assert.equal(
      logServiceQuery(facts({ eventId: '', requestId: '" or "\n\\', eventName: '', serviceName: '', eventTime: '' })),
      String.raw`event.requestId: "\" or \" \\" and event.userIdentity.accountId: "1234567890123456"`,
    );
  });

  it('not at all where nothing is known', () => {
    assert.equal(lookupCommand(facts({ eventId: '', eventName: '', serviceName: '', userIdentity: {} })), undefined);
  });

  it('reads the older casing, and what is damaged', () => {
    assert.equal(factsIn('{"EventName":"A","UserIdentity":{"AccountId":"1"}}')?.accountId, '1');
    assert.equal(factsIn('{"eventName":"A", // x\n "eventId":')?.eventName, 'A');
    assert.equal(factsIn('[1]'), undefined);
  });
});

describe('a summary for a ticket', () => {
  it('says who did what, on what, how, and what came of it', () => {
    assert.equal(
      ticketOf(facts(), 'stops an instance', WORDS),
      '### `StopInstance`\n\n- **Who** ``a`b`` · `ram-user` · `1234567890123456`\n- **What** `StopInstance` · stops an instance · `Ecs`\n- **On** `cn-hangzhou`\n' +
        '- **How** `2020-01-09T12:12:14Z` · `192.0.2.7` · `A-1` · `R-1`\n- **Result** failed · `Forbidden` · `No.`\n',
    );
  });

  for (const value of ['`', '``` x', '\n# head\n', '[x](javascript:1)', '<img onerror=1>', '@all', '\u202egnp', ' ', '| a |'])
    it(`holds ${JSON.stringify(value)} in a code span of one line`, () => {
      const span = inCode(value);
      const [, fence = ''] = /^(`+)/.exec(span) ?? [];
      const inner = span.slice(fence.length, -fence.length);
      assert.ok(span.endsWith(fence) && !inner.includes(fence) && !span.includes('\n') && !span.includes('\u202e'), span);
    });

  it('formats nothing of an imported meaning', () => {
    assert.match(ticketOf(facts(), '[x](http://a) <b>', WORDS), /\\\[x\\\]\\\(http\\:\\\/\\\/a\\\) \\<b\\>/);
  });
});

describe('an event to compare', () => {
  it('has its keys sorted, its numbers as written, and nothing of the gateway', () => {
    const text =
      '{"eventName":"A","acsRegion":"r","requestParameters":{"Bid":1187000000004544000,"AcsHost":"h","A":[1.0,{}],"RegionId":"x"}}';
    assert.equal(
      comparable(text),
      '{\n  "acsRegion": "r",\n  "eventName": "A",\n  "requestParameters": {\n    "A": [\n      1.0,\n      {}\n    ],\n    "Bid": 1187000000004544000\n  }\n}\n',
    );
    assert.equal(comparable('[]'), undefined);
  });
});

describe('a new log of the events of another', () => {
  const line = (id: string, second: string, more = ''): string =>
    `{"eventId":"${id}","eventName":"A","eventTime":"2020-01-09T12:12:${second}Z","acsRegion":"cn-hangzhou","n":1187000000004544000${more}}`;
  const [a, b, c] = [line('a', '03'), line('b', '01'), line('c', '02')];
  const convert = (text: string, pick: (trail: Trail) => Steps<Uint32Array>, form: Form): string => {
    const trail = Trail.of(new StringSource(text));
    return finish(put(trail, finish(pick(trail)), form, (row) => trail.recordText(row))).text;
  };

  it('in the order of time, in the same form', () => {
    assert.equal(convert([a, b, c].join('\n'), byTime, 'same'), `${b}\n${c}\n${a}\n`);
    assert.equal(convert(`[${[a, b, c].join(',')}]`, byTime, 'same'), `[\n${b},\n${c},\n${a}\n]\n`);
  });

  it('those without a time stay behind the one before them', () => {
    const none = '{"eventId":"d","eventName":"A","acsRegion":"cn-hangzhou"}';
    assert.equal(convert([a, none, b].join('\n'), byTime, 'lines'), `${b}\n${a}\n${none}\n`);
  });

  it('without duplicates', () => {
    assert.equal(convert([a, b, a, a].join('\n'), withoutDuplicates, 'same'), `${a}\n${b}\n`);
  });

  it('as an array and back, every number as it is written', () => {
    const array = convert([a, b].join('\n'), eventsOf, 'array');
    assert.equal(array, `[\n${a},\n${b}\n]\n`);
    assert.equal(convert(array, eventsOf, 'lines'), `${a}\n${b}\n`);
    assert.equal(
      convert(`[\n${JSON.stringify(JSON.parse(b), undefined, 2).replace('1187000000004544000', '1.50e3')}\n]`, eventsOf, 'lines'),
      `${b.replace('1187000000004544000', '1.50e3')}\n`,
    );
  });

  it('leaves damaged events as they are, and tells how many there are', () => {
    const damaged = '{"eventId":"d","eventName":"A","acsRegion":"cn-hangzhou", // x\n"n":1}';
    const trail = Trail.of(new StringSource(`[${a},\n${damaged}]\njunk\n`));
    const {
      text,
      events,
      skipped,
      damaged: count,
    } = finish(put(trail, finish(eventsOf(trail)), 'lines', (row) => trail.recordText(row)));
    assert.deepEqual([events, skipped, count], [2, 1, 1]);
    assert.equal(text, `${a}\n${damaged}\n`);
  });
});
