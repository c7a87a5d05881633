import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventAtTime } from '../../../src/trail/moments';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const at = (minute: number): number => Date.UTC(2026, 2, 1, 2, minute);
const log = (...minutes: readonly (number | undefined)[]): Trail =>
  Trail.of(
    new StringSource(
      minutes
        .map((minute) =>
          JSON.stringify({
            eventName: 'A',
            acsRegion: 'cn-hangzhou',
            ...(minute === undefined ? {} : { eventTime: new Date(at(minute)).toISOString() }),
          }),
        )
        .join('\n'),
    ),
  );

describe('the event at a time', () => {
  test('is the earliest from then on, in whatever order the log is', () => {
    const trail = log(30, 10, undefined, 20, 10);
    assert.deepEqual(eventAtTime(trail, at(5)), { row: 1, time: at(10), isAfter: true });
    assert.deepEqual(eventAtTime(trail, at(10)), { row: 1, time: at(10), isAfter: true });
    assert.deepEqual(eventAtTime(trail, at(10) + 1), { row: 3, time: at(20), isAfter: true });
    assert.deepEqual(eventAtTime(trail, at(30)), { row: 0, time: at(30), isAfter: true });
  });

  test('is the last one of a log that ends before', () => {
    assert.deepEqual(eventAtTime(log(30, 10), at(31)), { row: 0, time: at(30), isAfter: false });
  });

  test('is none where no event has a time', () => {
    assert.equal(eventAtTime(log(undefined), at(0)), undefined);
    assert.equal(eventAtTime(log(), at(0)), undefined);
  });
});
