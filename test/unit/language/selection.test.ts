import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stretchesAt } from '../../../src/language/selection/chain';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** What a growing selection takes in at the mark `|`, the smallest first. */
function grow(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const stretches = stretchesAt(Trail.of(new StringSource(text)), offset);
  for (const [index, { start, end }] of stretches.entries()) {
    assert.ok(start <= offset && offset <= end, 'holds the cursor');
    const last = stretches[index - 1];
    if (last !== undefined) assert.ok(start >= last.start && end <= last.end, 'each holds the next');
  }
  return stretches.map(({ start, end }) => text.slice(start, end)).reverse();
}

describe('selection ranges', () => {
  test('value, member, object, event, list', () => {
    assert.deepEqual(grow('[{"eventName":"A","userIdentity":{"type":"ro|ot"}}]'), [
      'root',
      '"root"',
      '"type":"root"',
      '{"type":"root"}',
      '"userIdentity":{"type":"root"}',
      '"eventName":"A","userIdentity":{"type":"root"}',
      '{"eventName":"A","userIdentity":{"type":"root"}}',
      '[{"eventName":"A","userIdentity":{"type":"root"}}]',
    ]);
  });

  test('a name', () => {
    assert.deepEqual(grow('{"event|Name":"A","acsRegion":1}').slice(0, 3), ['eventName', '"eventName"', '"eventName":"A"']);
  });

  test('JSON in a string: what is there, the content, the literal', () => {
    const literal = JSON.stringify(JSON.stringify({ a: ['vsw-1'] }));
    const marked = `{"eventName":"A","p":${literal.replace('vsw', 'v|sw')}}`;
    assert.deepEqual(grow(marked).slice(0, 8), [
      'vsw-1',
      '\\"vsw-1\\"',
      '[\\"vsw-1\\"]',
      '\\"a\\":[\\"vsw-1\\"]',
      '{\\"a\\":[\\"vsw-1\\"]}',
      '"{\\"a\\":[\\"vsw-1\\"]}"',
      `"p":${literal}`,
      `"eventName":"A","p":${literal}`,
    ]);
  });

  test('an event in a string of Log Service', () => {
    const event = JSON.stringify(JSON.stringify({ eventName: 'AbC', acsRegion: 'x' }));
    assert.deepEqual(grow(`{"__topic__":"actiontrail_event","event":${event.replace('AbC', 'A|bC')}}`).slice(0, 3), [
      'AbC',
      '\\"AbC\\"',
      '\\"eventName\\":\\"AbC\\"',
    ]);
  });

  test('a member of a damaged event', () => {
    assert.deepEqual(grow('[{"eventName":"A" "acsRegion":"c|n",}').slice(0, 3), ['cn', '"cn"', '"acsRegion":"cn"']);
  });

  test('the list of a response', () => {
    const grown = grow('{"Events":[{"eventName":"|A"},{"eventName":"B"}],"RequestId":"R"}');
    assert.ok(grown.includes('[{"eventName":"A"},{"eventName":"B"}]'));
    assert.equal(grown.at(-1)?.startsWith('{"Events"'), true);
  });

  test('outside of events: the log', () => {
    assert.deepEqual(grow('[ | {"eventName":"A"}]'), ['[  {"eventName":"A"}]']);
  });
});
