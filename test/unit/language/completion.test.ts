import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { nameSuggestions } from '../../../src/language/completion/names';
import { newEvent } from '../../../src/language/completion/newEvent';
import { type Spot, spotAt } from '../../../src/language/completion/spot';
import { MAX_NAMES, valueSuggestions } from '../../../src/language/completion/values';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** The spot at the mark `|`. */
function spot(marked: string): (Spot & { readonly replaced: string }) | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = spotAt(text, offset);
  return found && { ...found, replaced: text.slice(found.start, found.end) };
}

const where = (marked: string): string => {
  const found = spot(marked);
  if (found === undefined) return 'nowhere';
  return [found.kind, found.path.join('.'), found.replaced && `instead of ${found.replaced}`]
    .filter((part) => part !== '')
    .join(' ');
};

const names = (marked: string): readonly string[] => {
  const found = spot(marked);
  assert.equal(found?.kind, 'name');
  return [...nameSuggestions(found)].sort((a, b) => a.rank - b.rank).map(({ label }) => label);
};

const sources = {
  catalogue: createCatalogue(),
  serviceNames: ['RealtimeCompute', '${CLIPBOARD}'],
  typed: '',
  now: Date.UTC(2026, 2, 1, 4, 5, 6),
};
const values = (marked: string, typed = sources.typed): ReturnType<typeof valueSuggestions> => {
  const found = spot(marked);
  assert.equal(found?.kind, 'value');
  return valueSuggestions(found, { ...sources, typed });
};

describe('completion: where', () => {
  for (const [marked, expected] of [
    ['{|}', 'name'],
    ['{"|"}', 'name instead of ""'],
    ['{\n  "eventName": "A",\n  |\n}', 'name'],
    ['{\n  "eventName": "A",\n  "acs|"\n}', 'name instead of "acs"'],
    ['{\n  "eventName": "A",\n  acs|\n}', 'name instead of acs'],
    ['{\n  "eventName": "A"\n  |\n  "acsRegion": "x"\n}', 'name'],
    ['{"event|Name": "A"}', 'name instead of "eventName"'],
    ['{"eventName": |}', 'value eventName'],
    ['{"eventName": |\n "acsRegion": "x"}', 'value eventName'],
    ['{"eventName": "|"}', 'value eventName instead of ""'],
    ['{"eventName": "St|op", "acsRegion": "x"}', 'value eventName instead of "Stop"'],
    ['{"eventRW": Wr|i}', 'value eventRW instead of Wri'],
    ['{"userIdentity": {|}}', 'name userIdentity'],
    ['{"userIdentity": {"type": "|"}}', 'value userIdentity.type instead of ""'],
    ['{"__topic__": "x", "event": {"eventName": "|"}}', 'value eventName instead of ""'],
    ['{"data": {"eventName": "A", |}}', 'name'],
    ['{"eventName": "A"} |', 'nowhere'],
    ['{"eventName": "A"|}', 'value eventName instead of "A"'],
    ['{"eventName": "A" |}', 'nowhere'],
    ['{"l": [|]}', 'nowhere'],
    ['{"eventName": "A", // a |\n"b": 1}', 'nowhere'],
    ['|{"eventName": "A"}', 'nowhere'],
    ['{"eventName": "A", "u": "http://x", |}', 'name'],
    ['{"userIdentity": {"type": "|', 'value userIdentity.type instead of "'],
    ['{"userIdentity": {"|', 'name userIdentity instead of "'],
  ] as const)
    test(marked.replaceAll('\n', '⏎'), () => {
      assert.equal(where(marked), expected);
    });

  test('deep nesting does not overflow', () => {
    assert.equal(typeof where(`${'{"a":'.repeat(20_000)}|`), 'string');
  });
});

describe('completion: names', () => {
  test('those that every event has come first; those that are there are left out', () => {
    const found = names('{"eventName":"A","eventId":"x",|}');
    assert.ok(!found.includes('eventName') && !found.includes('eventId'));
    assert.ok(found.indexOf('eventTime') < found.indexOf('errorCode'));
    assert.ok(!found.includes('__topic__') && !found.includes('Events') && !found.includes('specversion'));
  });

  test('in the casing of the event', () => {
    const found = names('{"EventName":"A","EventId":"x",|}');
    assert.ok(found.includes('EventTime') && !found.includes('eventTime'));
    assert.ok(names('{"EventName":"A","AcsRegion":"x","UserIdentity":{|}}').includes('AccountId'));
  });

  test('a name that is written anew is offered itself', () => {
    assert.ok(names('{"eventN|ame":"A","acsRegion":"x"}').includes('eventName'));
  });

  test('parameters stay in the casing of the API', () => {
    const found = names('{"EventName":"A","RequestParameters":{|}}');
    assert.ok(found.includes('RegionId') && found.includes('stsTokenPrincipalName'));
    assert.ok(found.every((name) => !/[*#]/.test(name)));
  });

  test('every name has its meaning in both languages', () => {
    const found = spot('{|}');
    assert.ok(found);
    for (const { meaning } of nameSuggestions(found)) assert.ok(meaning?.zh && meaning.en);
  });
});

describe('completion: values', () => {
  test('enumerated values', () => {
    assert.deepEqual(
      values('{"eventRW":"|"}').map(({ snippet }) => snippet),
      ['"Write"', '"Read"'],
    );
    assert.ok(values('{"userIdentity":{"type":"|"}}').some(({ label }) => label === 'assumed-role'));
    assert.ok(values('{"EventType":|}').some(({ label }) => label === 'ConsoleSignin'));
  });

  test('of tens of thousands of event names, those of the service and those that fit the letters', () => {
    const events = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`QueryThing${at}`, { zh: '查询', en: 'Queries.' }]),
    );
    const own = { service: 'ecs', events: { PolishGadget: { zh: '擦亮', en: 'Polishes.' } } };
    const other = { service: 'other', events: { ...events, WipeGadget: { zh: '擦拭', en: 'Wipes.' } } };
    const catalogue = createCatalogue([{ id: 'imported', source: 'Test', files: () => [other, own] }]);
    const offered = (typed: string): readonly string[] => {
      const found = spot('{"eventName":"|","serviceName":"Ecs"}');
      assert.equal(found?.kind, 'value');
      return valueSuggestions(found, { ...sources, catalogue, typed }).map(({ label }) => label);
    };
    const all = offered('');
    assert.ok(all.length >= MAX_NAMES && all.length < MAX_NAMES + 500 && all.includes('PolishGadget'));
    assert.ok(all.includes('StopInstance'), 'an operation that no catalogue holds');
    const fitting = offered('"wipeg');
    assert.ok(fitting.includes('PolishGadget') && fitting.includes('WipeGadget') && !fitting.includes('QueryThing1'));
  });

  test('event names, those of the service first', () => {
    const text = '{"eventName":"|","serviceName":"RealtimeCompute"}';
    const found = [...values(text), ...values(text, '"RunInst')];
    const rank = (name: string): number | undefined =>
      found.find(({ label }) => label.toLowerCase() === name.toLowerCase())?.rank;
    assert.equal(rank('AppendVSwitchId'), 0);
    assert.ok(found.some((suggestion) => suggestion.rank === 1));
    assert.equal(rank('RunInstances'), 2);
    assert.ok(found.length > 500);
    const first = values(text);
    assert.equal(new Set(first.map(({ label }) => label)).size, first.length);
    for (const { meaning } of found) assert.ok(meaning?.zh && meaning.en);
  });

  test('services, those of the log first; regions; times', () => {
    const found = values('{"serviceName":"|"}');
    assert.equal(found[0]?.label, 'RealtimeCompute');
    assert.ok(found.some(({ label }) => label === 'Ecs'));
    assert.ok(values('{"acsRegion":"|"}').some(({ label }) => label === 'cn-hangzhou'));
    assert.deepEqual(
      values('{"eventTime":|}').map(({ snippet }) => snippet),
      ['"2026-03-01T04:05:06Z"'],
    );
  });

  test('a name of the log becomes no variable of a snippet', () => {
    const hostile = values('{"serviceName":"|"}').find(({ label }) => label === '${CLIPBOARD}');
    assert.equal(hostile?.snippet, '"\\${CLIPBOARD\\}"');
  });

  test('nothing where anything will do', () => {
    assert.deepEqual(values('{"userAgent":"|"}'), []);
    assert.deepEqual(values('{"nothing":"|"}'), []);
  });
});

describe('completion: a new event', () => {
  const written = (snippet: string): string =>
    snippet
      .replace('${3|Write,Read|}', 'Write')
      .replace(/\$\{UUID[^"]*\}/g, 'x')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', '');

  for (const isOneLine of [true, false])
    test(`is JSON and an event, ${isOneLine ? 'on one line' : 'on several lines'}`, () => {
      const text = written(newEvent('lowerCamel', isOneLine, sources.now).snippet);
      const event = JSON.parse(text) as Record<string, unknown>;
      assert.equal(event['eventTime'], '2026-03-01T04:05:06Z');
      assert.equal(text.includes('\n'), !isOneLine);
      assert.equal(Trail.of(new StringSource(text)).events, 1);
    });

  test('in the casing of the log', () => {
    assert.deepEqual(Object.keys(JSON.parse(written(newEvent('Pascal', true, sources.now).snippet)) as object).slice(0, 3), [
      'EventId',
      'EventVersion',
      'EventName',
    ]);
  });
});
