import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Fold } from '../../../src/language/folding/fold';
import { foldsOf } from '../../../src/language/folding/folds';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** The folds as `first line-last line` (from 0), in the order in which they were found. */
function folds(text: string, limit?: number): readonly string[] {
  const found: Fold[] = [];
  Array.from(foldsOf(Trail.of(new StringSource(text)), found, limit));
  const line = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return found.map(({ start, end, kind }) => `${line(start)}-${line(end)}${kind === 'comment' ? ' comment' : ''}`);
}

const EVENT = '{\n"eventName": "A",\n"acsRegion": "x",\n"userIdentity": {\n"type": "root-account"\n}\n}';

describe('folding', () => {
  test('list, events, objects', () => {
    assert.deepEqual(folds(`[\n${EVENT},\n${EVENT}\n]`), ['0-15', '1-7', '8-14', '4-6', '11-13']);
  });

  test('an envelope and its list', () => {
    assert.deepEqual(folds('{\n"Events": [\n{"eventName":\n"A"}\n]\n}'), ['1-4', '0-5', '2-3']);
  });

  test('responses one after another', () => {
    const response = '{\n"Events": [\n{"eventName":\n"A"}\n]\n}';
    assert.deepEqual(folds(`${response}\n${response}`).slice(0, 4), ['1-4', '0-5', '7-10', '6-11']);
  });

  test('records one a line fold nothing', () => {
    assert.deepEqual(folds('{"eventName":"A"}\n{"eventName":"B"}'), []);
  });

  test('comments: in events and between them, those below one another as one', () => {
    assert.deepEqual(folds('// a\n// b\n{\n"eventName": "A", // one\n"acsRegion": 1\n/* c\n*/\n}'), [
      '0-1 comment',
      '2-7',
      '5-6 comment',
    ]);
  });

  test('brackets in strings and comments are none', () => {
    assert.deepEqual(folds('// [\n[\n{"eventName":\n"{["}\n]'), ['1-4', '2-3']);
  });

  test('damaged events fold as far as they can be read', () => {
    assert.deepEqual(folds('[\n{\n"eventName": "A"\n"userIdentity": {\n"type": 1\n},\n},\n{\n"eventName": "B"'), [
      '1-6',
      '7-8',
      '3-5',
    ]);
  });

  test('over the limit the outermost remain', () => {
    assert.deepEqual(folds(`[\n${EVENT},\n${EVENT}\n]`, 4), ['0-15', '1-7', '8-14', '4-6']);
    assert.deepEqual(folds(`[\n${EVENT},\n${EVENT}\n]`, 2), ['0-15', '1-7']);
  });

  test('100,000 events are quick', () => {
    const text = `[${Array.from({ length: 100_000 }, () => '{\n"eventName":"A"}').join(',')}\n]`;
    const trail = Trail.of(new StringSource(text));
    const found: Fold[] = [];
    const { user } = process.cpuUsage();
    Array.from(foldsOf(trail, found));
    assert.ok(process.cpuUsage({ user, system: 0 }).user < 1_000_000);
    assert.equal(found.length, 5_000);
  });
});
