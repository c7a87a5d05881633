import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from '../../../src/filter/field';
import { Filter } from '../../../src/filter/filter';
import { GROUPS, groupOf } from '../../../src/language/outline/groups';
import { relativesOf } from '../../../src/knowledge/relatives';
import { serviceOf } from '../../../src/knowledge/services';
import { TARGETS, queryOf } from '../../../src/share/query/query';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** What every plain object of JavaScript knows. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

const eventOf = (name: string): string =>
  JSON.stringify({
    eventId: 'a',
    eventName: name,
    eventTime: '2026-03-01T10:00:00Z',
    eventSource: 'ecs.aliyuncs.com',
    acsRegion: 'cn-hangzhou',
    eventVersion: '1',
    userIdentity: { accountId: '1', type: 'root-account' },
  });

test('words that every object knows are words like others', () => {
  for (const word of INHERITED) {
    const trail = Trail.of(new StringSource(`${eventOf(word)}\n${eventOf('StopInstance')}\n`));
    assert.equal(trail.rows.size, 2);
    for (const text of [word, `name:${word}`, `"${word}"`, `(${word} | nothing)`, `${word} and not Stop`, word.toLowerCase()]) {
      const filter = Filter.parse(text);
      assert.deepEqual(filter.problems, [], text);
      const matches = filter.matcher(trail);
      assert.deepEqual([matches(0), matches(1)], [true, false], text);
      for (const target of TARGETS) assert.doesNotMatch(queryOf(filter, target).text, /undefined|native code/, text);
    }
  }
});

test('they are no fields, and no values of fields that take words', () => {
  for (const word of INHERITED) {
    // A name has to begin with a letter, or it is text.
    const [problem] = Filter.parse(`${word}:x`).problems;
    assert.equal(problem?.code, /^[a-z]/i.test(word) ? 'unknown-field' : undefined, word);
    for (const { name, words } of FIELDS)
      if (words !== undefined)
        assert.deepEqual(
          Filter.parse(`${name}:${word}`).problems.map(({ code }) => code),
          ['bad-value'],
          `${name}:${word}`,
        );
  }
});

test('they are no known names in a log', () => {
  for (const word of INHERITED) {
    assert.equal(serviceOf(word), undefined, word);
    assert.deepEqual(relativesOf(word), [], word);
    assert.ok(GROUPS.includes(groupOf(word)), word);
  }
});
